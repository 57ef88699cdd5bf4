import { tooLong, unanswered, type Advice } from '../../shared/errorText';
import type { IHttpRequestMethods } from 'n8n-workflow';
import { isRead, type Broken, type Reply } from '../../shared/send';
import { INFERRED } from './inferred';
import { isFinalRefusal, vendorMessage } from './replies';

/** What a request was about: `case 1f2e…`, `the list of tasks`. */
export type Subject = string;

/** What each status means for the user (reference 3.7). */
const BY_STATUS: Readonly<Record<number, (subject: Subject, reads: boolean) => Advice>> = {
	400: (subject) => ({
		what: `Workflow Service did not accept the values sent for ${subject}`,
		next: 'Correct the value named below and run again.',
	}),
	401: () => ({
		what: 'Workflow Service does not accept the sign-in',
		next: 'Open the OpenText Workflow credential: host (the region), tenant ID and client must belong together. Correct them and test it.',
	}),
	403: (subject, reads) => ({
		what: `This client or user may not ${reads ? 'read' : 'do this with'} ${subject}`,
		next: 'Ask your administrator for the right, or use a credential of a user who has it.',
	}),
	404: (subject) => ({
		what: `Workflow Service knows no ${subject.replace(/^the /, '')}, or it has ended`,
		next: 'Check the ID, and the tenant in the credential. Ended cases and tasks are found only in the history.',
	}),
	409: (subject) => ({
		what: `Somebody or something else was faster with ${subject}`,
		next: 'Read it again to see how it stands now.',
	}),
	414: (subject) => tooLong('Workflow Service', subject),
	429: () => ({
		what: 'Workflow Service gets too many requests just now',
		next: 'Run again later, or spread the work.',
	}),
	431: (subject) => tooLong('Workflow Service', subject),
};

/**
 * What to tell the user about a request that did not succeed.
 *
 * @param last the refusal, or the broken connection
 * @param method of the request
 */
export function explain(last: Reply | Broken, subject: Subject, method: IHttpRequestMethods): Advice {
	const known = BY_STATUS[last.status];
	if (known) return known(subject, isRead(method));
	if ('headers' in last && isFinalRefusal(last)) {
		return INFERRED.wrongStateText.test(vendorMessage(last) ?? '')
			? {
					what: `The state of ${subject} does not allow this`,
					next: 'A suspended case must be activated first, a delegated task resolved first.',
				}
			: {
					what: `Workflow Service could not carry out ${subject}`,
					next: 'A step of the process model did not work; show the text below to the author of the model.',
				};
	}
	if ('neverSent' in last && last.neverSent) {
		return {
			what: 'Workflow Service cannot be reached',
			next: 'Check the host in the credential, and whether this n8n may reach it.',
		};
	}
	return {
		what: unanswered('Workflow Service', last, subject),
		next: isRead(method) ? 'Run again in a while.' : 'Look at the case before you run this item again.',
	};
}
