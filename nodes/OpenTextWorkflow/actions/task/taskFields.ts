import type { IDataObject } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf, picked } from '../../../shared/record/locator';
import { TASK_LOCATOR } from '../../records/task';
import { taskItem } from '../../records/taskItem';
import { findTask } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';

export const taskLocator = locatorOf(TASK_LOCATOR);

export const readTaskId = (run: ItemRun): string => picked(run, TASK_LOCATOR).value;

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
