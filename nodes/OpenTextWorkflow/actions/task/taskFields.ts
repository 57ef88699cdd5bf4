import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { findTask, taskItem } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';

export const taskId: INodeProperties = {
	displayName: 'Task ID',
	name: 'taskId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. a1b2c3d4-3391-11ea-b509-eeee0affefe7',
	description: 'The ID that the service gave the task',
};

export const readTaskId = (run: ItemRun): string => run.requiredText('taskId', 'Task ID');

/** The open task of the item. @throws NodeOperationError that tells who ended it and when, or that there is none */
export async function openTask(run: ItemRun, client: WorkflowClient): Promise<IDataObject> {
	const id = readTaskId(run);
	const found = await findTask(client, id);
	if (found && 'open' in found) return found.open;
	throw found ? alreadyEnded(run, found.ended) : noTask(run, id);
}

export const noTask = (run: ItemRun, id: string): Error =>
	run.refuse({
		what: `Workflow Service knows no task ${id}`,
		next: 'Check the ID, and the tenant in the credential.',
	});

/** The error for a task that is over: who ended it, when, and where to go on. */
export function alreadyEnded(run: ItemRun, ended: IDataObject): Error {
	const { taskId: id, name, assignee, endedAt, cancelled, caseId } = taskItem(ended);
	const title = name ? `Task ${String(id)} "${String(name)}"` : `Task ${String(id)}`;
	const when = endedAt ? ` at ${String(endedAt)}` : '';
	const who = assignee ? ` by ${String(assignee)}` : '';
	return run.refuse({
		what: cancelled ? `${title} was withdrawn${when}` : `${title} was already completed${who}${when}`,
		next: `Read the decision of case ${String(caseId)} with Get Decision, and go on from there.`,
	});
}
