import type { Advice } from '../../shared/errorText';
import type { Broken, Reply } from '../../shared/send';
import { isDoubtful } from '../../shared/send';

/** What the request was about, for the error text: "order 4711". */
export interface Subject {
	/** For example `order 4711`. */
	name: string;
	/** The scope that the token needs, as the control panel names it (BigCommerce reference 1.3). */
	scope: string;
}

type Explain = (subject: Subject) => Advice;

/** What each status means for the user (BigCommerce reference 2.5). */
const BY_STATUS: Readonly<Record<number, Explain>> = {
	400: ({ name }) => ({
		what: `BigCommerce did not accept the values sent for ${name}`,
		next: 'Correct the field named below and run again. Nothing was changed.',
	}),
	401: () => ({
		what: 'BigCommerce does not accept the access token for this store',
		next: 'Open the BigCommerce credential, test it, and enter the store hash and access token of an API account that still exists. Nothing was changed.',
	}),
	403: ({ name, scope }) => ({
		what: `The API account may not do this with ${name}`,
		next: `Create an API account with the scope "${scope}" and use its access token; scopes of an existing account cannot be changed. Nothing was changed.`,
	}),
	404: ({ name }) => ({
		what: `BigCommerce knows no ${name} in this store`,
		next: 'Check the ID, whether it was deleted, and the store hash in the credential. Nothing was changed.',
	}),
	409: ({ name }) => ({
		what: `BigCommerce already has what was sent for ${name}`,
		next: 'Read what is there, and update it instead. Nothing was changed.',
	}),
	413: ({ name }) => ({
		what: `Too much was asked for at once for ${name}`,
		next: 'Lower the limit or send less.',
	}),
	422: ({ name }) => ({
		what: `BigCommerce found the values for ${name} missing or not valid`,
		next: 'Correct the field named below and run again. Nothing was changed.',
	}),
	423: ({ name }) => ({
		what: `BigCommerce keeps ${name} locked`,
		next: 'Something else is working on it. Run again in a minute.',
	}),
	429: () => ({
		what: 'The store gets too many requests, and waiting did not help',
		next: 'Run again later, or spread the work: every app of the store shares one quota. Nothing was changed.',
	}),
};

/**
 * What to tell the user about a request that did not succeed.
 *
 * @param last the refusal, or the broken connection
 * @param subject what the request was about
 * @param mayHaveActed whether the request changes something, so that it may have been carried out although no good answer came
 */
export function explain(last: Reply | Broken, subject: Subject, mayHaveActed: boolean): Advice {
	const known = BY_STATUS[last.status];
	if (known) return known(subject);
	if (last.status >= 300 && last.status < 500) {
		return {
			what: `BigCommerce answered with status ${last.status} for ${subject.name}`,
			next: 'Check the base URL in the credential; it must begin with https.',
		};
	}
	return {
		what: last.status
			? `BigCommerce could not answer for ${subject.name} (status ${last.status})`
			: `The connection to BigCommerce broke at ${subject.name}`,
		next:
			mayHaveActed && isDoubtful(last)
				? 'Whether it was carried out is not known. Look in the store before you run this item again.'
				: 'Run again in a while. Nothing was changed.',
	};
}
