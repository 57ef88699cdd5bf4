import { unreadable } from '../../shared/answer';
import { lookFor } from '../../shared/createOnce';
import { goodReply, type Outcome } from '../../shared/send';
import type { Waiter } from '../../shared/wait';
import { caseIn, type Case } from '../transport/cases';
import { commentInput } from '../transport/comments';
import { accepted } from '../transport/dialect';
import { INFERRED } from '../transport/inferred';
import { isInDoubt } from '../transport/replies';
import type { WorkflowClient, WorkflowRequest } from '../transport/WorkflowClient';
import { caseItem } from './caseItem';

/** What can be done to the state of a running case (reference 4.2, P4). */
export const STATES = {
	suspend: { suspended: true, done: 'suspended' },
	activate: { suspended: false, done: 'activated' },
} as const;

export type StateAction = keyof typeof STATES;

/**
 * Suspends a running case, or lets it go on, and looks that it really did; one that stands so already is left as it is, and is told no comment.
 *
 * @param found the case, which runs
 * @param comment why; may be empty
 * @returns the case afterwards, and whether this changed it
 * @throws NodeApiError when the service refuses, or nobody knows whether it was carried out
 */
export async function setState(
	functions: Waiter,
	client: WorkflowClient,
	found: Case,
	action: StateAction,
	comment: string,
) {
	const { id } = found;
	const { suspended, done } = STATES[action];
	if (found.suspended === suspended) return { changed: false, ...caseItem(found) };
	const request: WorkflowRequest = {
		method: 'PUT',
		base: 'runtime',
		path: `/process-instances/${encodeURIComponent(id)}`,
		body: { action, ...(comment && { comment: commentInput(comment) }) },
		// Sent twice, it could leave the comment twice.
		...(comment && { makes: true }),
		subject: `case ${id}`,
		gives: accepted,
		done: `case ${id} was ${done}`,
	};
	const { last, write, repeatedAfterDoubt } = await client.tryRequest(request);
	const stands = await lookForState(functions, client, id, suspended, last);
	const good = goodReply(last);
	if (stands) {
		const isOurs = good !== undefined || isInDoubt(last) || repeatedAfterDoubt;
		write?.settle(isOurs);
		return { changed: isOurs, ...caseItem(stands) };
	}
	if (!good) throw client.refusal(last, request);
	write?.doubt();
	throw client.failure(unreadable('nothing', good), {
		what: `Workflow Service took it that case ${id} is to be ${done}, but does not show it so`,
		next: 'Look at the case before you run this item again.',
	});
}

/** The case as soon as it stands as it should. After a refusal it is looked at once, and only when it says that it stands so already. */
async function lookForState(
	functions: Waiter,
	client: WorkflowClient,
	id: string,
	suspended: boolean,
	last: Outcome['last'],
): Promise<Case | undefined> {
	const isDoubtful = isInDoubt(last);
	const isGood = goodReply(last) !== undefined;
	if (!isDoubtful && !isGood && last.status !== INFERRED.repeatedStateStatus) return undefined;
	const look = async () => {
		const now = await caseIn('runtime', client, id);
		return now?.suspended === suspended ? now : undefined;
	};
	const patienceMs = isDoubtful ? undefined : isGood ? INFERRED.confirmMs : 0;
	return await lookFor(functions, look, { atOnce: true, patienceMs });
}
