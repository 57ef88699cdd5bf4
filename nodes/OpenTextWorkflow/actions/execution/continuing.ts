import { unreadable } from '../../../shared/answer';
import { lookFor } from '../../../shared/createOnce';
import type { ItemRun } from '../../../shared/itemRun';
import { goodReply, type Outcome } from '../../../shared/send';
import { caseIn, findCase } from '../../transport/cases';
import {
	actionRequest,
	executionsOf,
	taskAt,
	toldIn,
	type Execution,
	type Told,
} from '../../transport/executions';
import { INFERRED } from '../../transport/inferred';
import { isFinalRefusal, isInDoubt } from '../../transport/replies';
import type { Variable } from '../../transport/variables';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { keeps } from '../task/keeps';
import { titleOf } from '../task/taskFields';

/** What became of an execution that does not wait any more. */
interface After {
	/** Where it stands now; null when it is over. */
	nextActivityId: string | null;
	caseEnded: boolean;
}

/**
 * Lets an execution go on that waits: told once, since a second time could take it a step further. The answer that names it is believed, as the service reads it again before it
 * answers; any other is settled by looking whether it still waits where it did (reference 3.8, 4.5).
 *
 * @param waiting the execution, at its activity
 * @throws NodeOperationError when somebody else was faster
 * @throws NodeApiError when the service refuses, or when it is not known whether it went on
 */
export async function letGoOn(
	run: ItemRun,
	client: WorkflowClient,
	caseId: string,
	waiting: Execution,
	told: Told,
) {
	const { id, activityId = null } = waiting;
	const item = { executionId: id, caseId, activityId };
	const request = actionRequest(id, told);
	const { last, write } = await client.tryRequest(request);
	const good = goodReply(last);
	const named = good && toldIn(good, id);
	if (named) return { ...item, nextActivityId: named.activityId ?? null, caseEnded: false };
	const isDoubtful = isInDoubt(last);
	if (!good && !isDoubtful && last.status !== 404) throw await refused(run, client, waiting, told, last);
	const look = async () => await afterwards(client, caseId, waiting);
	const patienceMs = isDoubtful ? undefined : good ? INFERRED.confirmMs : 0;
	const after = await lookFor(run.functions, look, { atOnce: true, patienceMs });
	if (!after && good) {
		write?.doubt();
		throw client.failure(unreadable('nothing', good), {
			what: `Workflow Service took it that execution ${id} goes on, but does not show that it does`,
			next: 'Look at the case before you run this item again.',
		});
	}
	if (!after) throw client.refusal(last, request);
	if (!good && !isDoubtful) {
		throw run.refuse({
			what: `Execution ${id} waits no more at ${String(activityId)}: something else was faster`,
			next: `Look at where case ${caseId} stands with Get Many, and go on from there.`,
		});
	}
	if (isDoubtful && !(await caseKeeps(client, caseId, told.variables))) {
		throw client.failure(last, {
			what: `Execution ${id} went on, but case ${caseId} has other values than those of this item`,
			next: 'Something else may have been faster. Look at the case before you run this item again.',
		});
	}
	write?.settle(true);
	return { ...item, ...after };
}

/** The error for a refusal, in words of its own where it is known what it means. */
async function refused(
	run: ItemRun,
	client: WorkflowClient,
	{ id }: Execution,
	told: Told,
	last: Outcome['last'],
): Promise<Error> {
	if (told.kind === 'message' && last.status === INFERRED.unknownActionStatus) {
		return client.failure(last, {
			what: `Workflow Service did not take message "${String(told.name)}" for execution ${id}`,
			next: 'Correct what is named below. Where messages cannot be sent at all, let the model wait for a signal.',
		});
	}
	const task = isFinalRefusal(last) ? await taskAt(client, id) : undefined;
	if (!task) return client.refusal(last, actionRequest(id, told));
	return run.refuse({
		what: `Execution ${id} waits for a person: ${titleOf(task)} is open`,
		next: 'Complete the task, and the case goes on.',
	});
}

/** How things stand once the execution does not wait where it did; undefined as long as it does. */
async function afterwards(
	client: WorkflowClient,
	caseId: string,
	{ id, activityId }: Execution,
): Promise<After | undefined> {
	const all = await executionsOf(client, caseId);
	const now = all.find((one) => one.id === id);
	if (now?.activityId === activityId) return undefined;
	if (all.length) return { nextActivityId: now?.activityId ?? null, caseEnded: false };
	// A case that runs stands somewhere, so an empty list alone is not believed.
	const found = await caseIn('runtime', client, caseId);
	return found && !found.ended ? undefined : { nextActivityId: null, caseEnded: true };
}

/** That it went on is no proof that we did it: what was sent must stand in the case, as far as it tells its variables. */
async function caseKeeps(
	client: WorkflowClient,
	caseId: string,
	sent: readonly Variable[],
): Promise<boolean> {
	if (!sent.length) return true;
	const found = await findCase(client, { id: caseId });
	return !found || keeps(found, sent);
}
