import { unreadable } from '../../shared/answer';
import { lookFor } from '../../shared/createOnce';
import { goodReply } from '../../shared/send';
import type { Waiter } from '../../shared/wait';
import { caseIn, type Case } from '../transport/cases';
import { accepted } from '../transport/dialect';
import { INFERRED } from '../transport/inferred';
import { isInDoubt } from '../transport/replies';
import type { WorkflowClient, WorkflowRequest } from '../transport/WorkflowClient';
import { caseItem, type CaseItem } from './caseItem';

/**
 * Ends a running case from outside, and looks that it really ended; one that has ended already is left as it is.
 *
 * @param found the case
 * @param reason kept in the history of the case; may be empty
 * @returns the case afterwards, and whether it was terminated by this
 * @throws NodeApiError when the service refuses, or does not show that it ended
 */
export async function endCase(functions: Waiter, client: WorkflowClient, found: Case, reason: string) {
	const [{ id }, item] = [found, caseItem(found)];
	if (found.ended) return { terminated: false, ...item };
	const request: WorkflowRequest = {
		method: 'DELETE',
		base: 'runtime',
		path: `/process-instances/${encodeURIComponent(id)}`,
		query: reason ? { [INFERRED.deleteReason]: reason } : undefined,
		subject: `case ${id}`,
		gives: accepted,
		done: `case ${id} was terminated`,
	};
	const { last, write, repeatedAfterDoubt } = await client.tryRequest(request);
	const isDoubtful = isInDoubt(last) || (last.status === 404 && repeatedAfterDoubt);
	const good = goodReply(last);
	if (!good && !isDoubtful && last.status !== 404) throw client.refusal(last, request);
	const after = await lookForEnd(functions, client, id, isDoubtful ? undefined : INFERRED.confirmMs);
	if (after === 'running') {
		if (!good) throw client.refusal(last, request);
		write?.doubt();
		throw client.failure(unreadable('nothing', good), {
			what: `Workflow Service took the end of case ${id}, but does not show that it has ended`,
			next: 'Look at the case before you run this item again.',
		});
	}
	// Without a good answer, the history tells whether it was cancelled for our reason, or ended by itself.
	const isOurs = good !== undefined || (isDoubtful && (!after || isCancelledFor(after, reason)));
	write?.settle(isOurs);
	return { terminated: isOurs, ...(after ?? { ...item, cancelled: isOurs }), ended: true };
}

const isCancelledFor = ({ cancelled, endReason }: CaseItem, reason: string): boolean =>
	cancelled && (!reason || endReason === reason);

/**
 * How a case ended. The history may show it late, and the service may have said so although it still runs.
 *
 * @returns the ended case, undefined when nobody knows it any more, or `running` when it does not show that it ended
 */
async function lookForEnd(
	functions: Waiter,
	client: WorkflowClient,
	id: string,
	patienceMs?: number,
): Promise<CaseItem | undefined | 'running'> {
	let isGone = false;
	let unanswered: unknown;
	const look = async () => {
		isGone = false;
		isGone = !(await caseIn('runtime', client, id));
		const ended = isGone ? await caseIn('history', client, id) : undefined;
		unanswered = undefined;
		return ended?.ended ? caseItem(ended) : undefined;
	};
	const noted = async () =>
		await look().catch(async (error: unknown) => {
			unanswered = error;
			return await Promise.reject(error);
		});
	const ended = await lookFor(functions, noted, { atOnce: true, patienceMs });
	// How it ended cannot be told while its history cannot be read.
	if (!ended && isGone && unanswered) return await Promise.reject(unanswered);
	return ended ?? (isGone ? undefined : 'running');
}
