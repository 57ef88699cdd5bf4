import type { Advice } from '../../shared/errorText';
import { isDoubtful, type Broken, type Reply } from '../../shared/send';
import { INFERRED } from './inferred';
import { isFinalRefusal, vendorMessage } from './replies';

/** What a request was about: `case 1f2e…`, `the list of tasks`. */
export type Subject = string;

/** What each status means for the user (reference 3.7). */
const BY_STATUS: Readonly<Record<number, (subject: Subject) => Advice>> = {
	400: (subject) => ({
		what: `Workflow Service did not accept the values sent for ${subject}`,
		next: 'Correct the value named below and run again. Nothing was changed.',
	}),
	401: () => ({
		what: 'Workflow Service does not accept the sign-in',
		next: 'Open the OpenText Workflow credential, test it, and correct tenant ID, client ID and client secret. Nothing was changed.',
	}),
	403: (subject) => ({
		what: `This client or user may not do this with ${subject}`,
		next: 'Ask your administrator for the right, or use a credential of a user who has it. Nothing was changed.',
	}),
	404: (subject) => ({
		what: `Workflow Service knows no ${subject}, or it has ended`,
		next: 'Check the ID, and the tenant in the credential. Ended cases and tasks are found only in the history. Nothing was changed.',
	}),
	409: (subject) => ({
		what: `Somebody or something else was faster with ${subject}`,
		next: 'Read it again to see how it stands now. Nothing was changed.',
	}),
	429: () => ({
		what: 'Workflow Service gets too many requests, and waiting did not help',
		next: 'Run again later, or spread the work. Nothing was changed.',
	}),
};

/**
 * What to tell the user about a request that did not succeed.
 *
 * @param last the refusal, or the broken connection
 * @param mayHaveActed whether the request changes something, so that it may have been carried out although no good answer came
 */
export function explain(last: Reply | Broken, subject: Subject, mayHaveActed: boolean): Advice {
	const known = BY_STATUS[last.status];
	if (known) return known(subject);
	if ('headers' in last && isFinalRefusal(last)) {
		return INFERRED.wrongStateText.test(vendorMessage(last) ?? '')
			? {
					what: `The state of ${subject} does not allow this`,
					next: 'A suspended case must be resumed first, a delegated task resolved first. Nothing was changed.',
				}
			: {
					what: `Workflow Service could not carry out ${subject}`,
					next: 'A step of the process model did not work; show the text below to the author of the model. Nothing was changed.',
				};
	}
	if ('neverSent' in last && last.neverSent) {
		return {
			what: 'Workflow Service cannot be reached',
			next: 'Check the host in the credential, and whether this n8n may reach it. Nothing was changed.',
		};
	}
	return {
		what: last.status
			? `Workflow Service could not answer for ${subject} (status ${last.status})`
			: `The connection to Workflow Service broke at ${subject}`,
		next:
			mayHaveActed && isDoubtful(last)
				? 'Whether it was carried out is not known. Look at the case before you run this item again.'
				: 'Run again in a while. Nothing was changed.',
	};
}
