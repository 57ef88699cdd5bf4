import { unreadable } from '../../../shared/answer';
import { lookFor } from '../../../shared/createOnce';
import type { ItemRun } from '../../../shared/itemRun';
import { goodReply } from '../../../shared/send';
import { INFERRED } from '../../transport/inferred';
import { isInDoubt, variablesOf } from '../../transport/replies';
import { actionRequest, findTask, sameUser, type Task } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import type { Variable } from '../../transport/variables';
import { keeps } from './keeps';
import { alreadyEnded } from './taskFields';

/** What a task is completed with. */
export interface Completion {
	outcome: string;
	variables: Variable[];
}

/**
 * Completes a task: sent once, and then the task itself tells. An answer in doubt is settled by looking, longer each time; a good one is not believed as long as the task is still
 * open.
 *
 * @param task the open task, held by somebody
 * @returns the task as the history keeps it, or as it was when the history does not show it yet
 * @throws NodeOperationError that tells who ended it, when somebody else did
 * @throws NodeApiError when the completion was refused, or when it is not known whether it was carried out
 */
export async function completeOnce(
	run: ItemRun,
	client: WorkflowClient,
	task: Task,
	completion: Completion,
): Promise<Task> {
	const { id } = task;
	const { outcome, variables } = completion;
	const request = actionRequest(
		id,
		{ action: 'complete', ...(outcome && { outcome }), ...(variables.length && { variables }) },
		`task ${id} was completed`,
	);
	const { last, write } = await client.tryRequest(request);
	const good = goodReply(last);
	if (good) {
		const ended = await lookForEnd(run, client, task);
		if (ended) return ended;
		write?.doubt();
		throw client.failure(unreadable('nothing', good), {
			what: `Workflow Service took the completion of task ${id}, but does not show that it has ended`,
			next: 'Look at the task before you run this item again.',
		});
	}
	const isDoubtful = isInDoubt(last);
	if (!isDoubtful && last.status !== 404) throw client.refusal(last, request);
	const ended = await lookForHistory(run, client, id, isDoubtful ? undefined : INFERRED.historyLagMs);
	if (!ended) throw client.refusal(last, request);
	if (!isDoubtful || !isBy(ended, task)) {
		write?.settle(false);
		throw alreadyEnded(run, ended);
	}
	if (!shows(ended, completion)) {
		throw client.failure(last, {
			what: `Task ${id} has ended, but with other values than those of this item`,
			next: `Somebody may have been faster. Read the decision of case ${String(task.processInstanceId)} with Get Decision, and go on from there.`,
		});
	}
	write?.settle(true);
	return ended;
}

/** After a good answer: the task as it ended, or as it was when nobody knows it any more; undefined as long as it is still open. */
async function lookForEnd(run: ItemRun, client: WorkflowClient, task: Task): Promise<Task | undefined> {
	const look = async () => {
		const found = await findTask(client, task.id);
		if (!found) return task;
		return 'ended' in found ? found.ended : undefined;
	};
	return await lookFor(run.functions, look, { atOnce: true, patienceMs: INFERRED.confirmMs });
}

/** Without a good answer, only the history can tell who ended it. */
async function lookForHistory(
	run: ItemRun,
	client: WorkflowClient,
	id: string,
	patienceMs?: number,
): Promise<Task | undefined> {
	const look = async () => {
		const found = await findTask(client, id);
		return found && 'ended' in found ? found.ended : undefined;
	};
	return await lookFor(run.functions, look, { patienceMs });
}

const isBy = (ended: Task, { assignee }: Task): boolean =>
	!ended.cancelled && sameUser(ended.assignee, assignee);

/** That the same person ended it is no proof: they may have done so by hand. What was sent must stand there, as far as the history tells variables at all. */
function shows(ended: Task, { outcome, variables }: Completion): boolean {
	const told = Object.values(variablesOf(ended));
	return keeps(ended, variables) && (!outcome || !told.length || told.includes(outcome));
}
