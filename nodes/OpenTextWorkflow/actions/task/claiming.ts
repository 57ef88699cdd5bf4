import type { IDataObject } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { INFERRED } from '../../transport/inferred';
import { actionRequest, sameUser } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openTask } from './taskFields';

/**
 * Makes sure that one person holds a task.
 *
 * @param task the open task
 * @param assignee the user who is to hold it
 * @returns whether it was claimed just now, and the task as it stands; false when that person held it already
 * @throws NodeOperationError that names who holds it, when somebody else does
 */
export async function claimFor(
	run: ItemRun,
	client: WorkflowClient,
	task: IDataObject,
	assignee: string,
): Promise<{ claimed: boolean; task: IDataObject }> {
	if (sameUser(task.assignee, assignee)) return { claimed: false, task };
	if (task.assignee) throw heldBySomebody(run, task);
	const request = actionRequest(String(task.id), { action: 'claim', assignee });
	const { last } = await client.attempt(request);
	const now = await openTask(run, client);
	// An answer may have been lost, and another may have been faster: the task itself tells.
	if (sameUser(now.assignee, assignee)) return { claimed: true, task: now };
	if (now.assignee || last.status === INFERRED.alreadyClaimedStatus) throw heldBySomebody(run, now);
	throw client.refusal(last, request);
}

const heldBySomebody = (run: ItemRun, { id, name, assignee }: IDataObject) =>
	run.refuse({
		what: `Task ${String(id)}${name ? ` "${String(name)}"` : ''} is already claimed${assignee ? ` by ${String(assignee)}` : ''}`,
		next: 'Let that person complete or give back the task. Nothing was changed.',
	});
