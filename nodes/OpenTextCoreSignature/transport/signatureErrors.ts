import { tooLong, unanswered, type Advice } from '../../shared/errorText';
import type { IHttpRequestMethods } from 'n8n-workflow';
import { isRead, type Broken, type Reply } from '../../shared/send';

/** What a request was about: `document 1f2e…`, `the list of documents`. */
export type Subject = string;

/** What each status means for the user (reference 3.3). */
const BY_STATUS: Readonly<Record<number, (subject: Subject) => Advice>> = {
	400: (subject) => ({
		what: `Core Signature did not accept the values sent for ${subject}`,
		next: 'Correct the value named below and run again.',
	}),
	401: () => ({
		what: 'Core Signature does not accept the sign-in',
		next: 'Open the OpenText Core Signature credential, test it, and check that token service, site, subscription and host belong together.',
	}),
	403: (subject) => ({
		what: `This client or user may not do this with ${subject}`,
		next: 'Check the subscription in the credential, or ask your administrator for the right.',
	}),
	404: (subject) => ({
		what: `Core Signature knows no ${subject}`,
		next: 'Check the ID, and that the credential belongs to the same site; it may also have been deleted.',
	}),
	413: (subject) => ({
		what: `The file for ${subject} is larger than Core Signature takes`,
		next: 'Use a smaller file.',
	}),
	415: (subject) => ({
		what: `Core Signature does not take this kind of content for ${subject}`,
		next: 'Use a PDF file.',
	}),
	414: (subject) => tooLong('Core Signature', subject),
	429: () => ({
		what: 'Core Signature gets too many requests just now',
		next: 'Run again later, or spread the work.',
	}),
	431: (subject) => tooLong('Core Signature', subject),
};

/**
 * What to tell the user about a request that did not succeed.
 *
 * @param last the refusal, or the broken connection
 * @param method of the request
 */
export function explain(last: Reply | Broken, subject: Subject, method: IHttpRequestMethods): Advice {
	const known = BY_STATUS[last.status];
	if (known) return known(subject);
	if ('neverSent' in last && last.neverSent) {
		return {
			what: 'Core Signature cannot be reached',
			next: 'Check the host in the credential, and whether this n8n may reach it.',
		};
	}
	return {
		what: unanswered('Core Signature', last, subject),
		next: isRead(method)
			? 'Run again in a while.'
			: 'Look at the document by its external ID before you run this item again.',
	};
}
