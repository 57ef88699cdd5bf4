import type { ItemRun } from '../../../shared/itemRun';
import { INFERRED } from '../../transport/inferred';
import { actionRequest, isHeldBy, type Task } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { changeTask } from './changing';
import { refuseSuspended, titleOf } from './taskFields';

/**
 * Makes sure that one person holds a task.
 *
 * @param task the open task
 * @param assignee the user who is to hold it
 * @param next what to do when somebody else does
 * @returns whether it was claimed just now, and the task as it stands; false when that person held it already
 * @throws NodeOperationError that names who holds it, when somebody else does
 * @throws NodeApiError when the claim was refused, or when it is not known whether it was carried out
 */
export async function claimFor(
	run: ItemRun,
	client: WorkflowClient,
	task: Task,
	assignee: string,
	next = 'Let that person complete or give back the task.',
): Promise<{ claimed: boolean; task: Task }> {
	if (await isHeldBy(client, task, assignee)) return { claimed: false, task };
	if (task.assignee) throw heldBySomebody(run, task, next);
	refuseSuspended(run, task);
	const { id } = task;
	const { made, task: held } = await changeTask(run, client, id, {
		request: actionRequest(id, { action: 'claim', assignee }, `task ${id} was claimed`),
		called: 'the claim',
		unseen: 'who holds it',
		async isMade(after) {
			if (!after.assignee) return false;
			return (await isHeldBy(client, after, assignee)) || heldBySomebody(run, after, next);
		},
		refusedAs: ({ status }) =>
			status === INFERRED.alreadyClaimedStatus ? heldBySomebody(run, task, next) : undefined,
	});
	return { claimed: made, task: held };
}

const heldBySomebody = (run: ItemRun, task: Task, next: string) =>
	run.refuse({
		what: `${titleOf(task)} is already claimed${task.assignee ? ` by ${task.assignee}` : ''}`,
		next,
	});
