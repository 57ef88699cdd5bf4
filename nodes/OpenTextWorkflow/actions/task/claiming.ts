import { unreadable } from '../../../shared/answer';
import { lookFor } from '../../../shared/createOnce';
import type { ItemRun } from '../../../shared/itemRun';
import { goodReply, type Outcome } from '../../../shared/send';
import { INFERRED } from '../../transport/inferred';
import { isInDoubt } from '../../transport/replies';
import { actionRequest, isHeldBy, type Task } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openTask } from './taskFields';

/**
 * Makes sure that one person holds a task.
 *
 * @param task the open task
 * @param assignee the user who is to hold it
 * @returns whether it was claimed just now, and the task as it stands; false when that person held it already
 * @throws NodeOperationError that names who holds it, when somebody else does
 * @throws NodeApiError when the claim was refused, or when it is not known whether it was carried out
 */
export async function claimFor(
	run: ItemRun,
	client: WorkflowClient,
	task: Task,
	assignee: string,
): Promise<{ claimed: boolean; task: Task }> {
	if (await isHeldBy(client, task, assignee)) return { claimed: false, task };
	if (task.assignee) throw heldBySomebody(run, task);
	const { id } = task;
	const request = actionRequest(id, { action: 'claim', assignee }, `task ${id} was claimed`);
	const { last, write } = await client.tryRequest(request);
	const held = await lookForHolder(run, client, last);
	// An answer may have been lost, and another may have been faster: the task itself tells.
	if (held) {
		const isOurs = await isHeldBy(client, held, assignee);
		write?.settle(isOurs);
		if (isOurs) return { claimed: true, task: held };
		throw heldBySomebody(run, held);
	}
	if (last.status === INFERRED.alreadyClaimedStatus) throw heldBySomebody(run, task);
	const good = goodReply(last);
	if (!good) throw client.refusal(last, request);
	write?.doubt();
	throw client.failure(unreadable('nothing', good), {
		what: `Workflow Service took the claim of task ${id}, but does not show who holds it`,
		next: 'Look at the task before you run this item again.',
	});
}

/** The task as soon as somebody holds it: after a refusal it is looked at once, after a good answer for a moment, in doubt for as long as a slow gateway takes. */
async function lookForHolder(
	run: ItemRun,
	client: WorkflowClient,
	last: Outcome['last'],
): Promise<Task | undefined> {
	const patienceMs = isInDoubt(last) ? undefined : goodReply(last) ? INFERRED.confirmMs : 0;
	return await lookFor(
		run.functions,
		async () => {
			const task = await openTask(run, client);
			return task.assignee ? task : undefined;
		},
		{ atOnce: true, patienceMs },
	);
}

const heldBySomebody = (run: ItemRun, { id, name, assignee }: Task) =>
	run.refuse({
		what: `Task ${id}${name ? ` "${name}"` : ''} is already claimed${assignee ? ` by ${assignee}` : ''}`,
		next: 'Let that person complete or give back the task.',
	});
