import type { IHttpRequestMethods } from 'n8n-workflow';
import { tooLong, unanswered, type Advice } from '../../../shared/errorText';
import { isRead, type Broken, type Reply } from '../../../shared/send';

/** What a request was about: `company 801`, `the list of companies`. */
export type Subject = string;

/** What an API account needs for all of it; there is no form that only reads (BigCommerce reference 1.3). */
export const SCOPE = { name: 'B2B Edition', access: 'modify' } as const;

/** What each status means for the user (BigCommerce reference 13.1). */
const BY_STATUS: Readonly<Record<number, (subject: Subject) => Advice>> = {
	400: (subject) => ({
		what: `B2B Edition did not accept what was sent for ${subject}`,
		next: 'Correct what is named below and run again.',
	}),
	401: () => ({
		what: 'B2B Edition does not accept the access token for this store',
		next: 'Open the BigCommerce B2B credential, test it, and enter the store hash and access token of an API account that still exists.',
	}),
	403: (subject) => ({
		what: `The API account may not work with ${subject}`,
		next: `Create an API account with the scope "${SCOPE.name}: ${SCOPE.access}" and use its access token; scopes of an existing account cannot be changed.`,
	}),
	404: (subject) => ({
		what: `B2B Edition knows no ${subject.replace(/^the /, '')} in this store`,
		next: 'Check the ID, whether it was deleted, and the store hash in the credential.',
	}),
	405: (subject) => ({
		what: `This store does not offer this for ${subject}`,
		next: 'Some calls are for stores with Dependent Companies only, others for those with Independent Companies.',
	}),
	409: (subject) => ({
		what: `B2B Edition already has what was sent for ${subject}`,
		next: 'Read what is there, and update it instead.',
	}),
	413: (subject) => ({
		what: `Too much was sent at once for ${subject}`,
		next: 'Send less, or a smaller file.',
	}),
	414: (subject) => tooLong('B2B Edition', subject),
	422: (subject) => ({
		what: `B2B Edition found the values for ${subject} missing or not valid`,
		next: 'Correct what is named below and run again.',
	}),
	429: () => ({
		what: 'B2B Edition gets too many requests just now',
		next: 'Run again in a minute, or spread the work: all integrations of the store share 150 requests a minute.',
	}),
	431: (subject) => tooLong('B2B Edition', subject),
};

/** What to tell the user about a request that did not succeed. */
export function explain(last: Reply | Broken, subject: Subject, method: IHttpRequestMethods): Advice {
	const known = BY_STATUS[last.status];
	if (known) return known(subject);
	if (last.status >= 300 && last.status < 500) {
		return {
			what: `B2B Edition answered with status ${last.status} for ${subject}`,
			next: 'Check the base URL in the credential; it must begin with https.',
		};
	}
	return {
		what: unanswered('B2B Edition', last, subject),
		next: isRead(method)
			? 'Check the store hash in the credential: a wrong one is answered like this too. Else run again in a while.'
			: `Look at ${subject} in B2B Edition before you run this item again.`,
	};
}
