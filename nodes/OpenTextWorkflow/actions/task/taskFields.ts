import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf, picked } from '../../../shared/record/locator';
import { TASK_LOCATOR } from '../../records/task';
import { findTask, type Task } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';

export const taskLocator = locatorOf(TASK_LOCATOR);

export const readTaskId = (run: ItemRun): string => picked(run, TASK_LOCATOR).value;

/** The open task of the item. @throws NodeOperationError that tells who ended it and when, or that there is none */
export async function openTask(run: ItemRun, client: WorkflowClient): Promise<Task> {
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
export function alreadyEnded(run: ItemRun, ended: Task): Error {
	const { id, name, assignee, endTime, cancelled, processInstanceId } = ended;
	const title = name ? `Task ${id} "${name}"` : `Task ${id}`;
	const when = endTime ? ` at ${endTime}` : '';
	const who = assignee ? ` by ${assignee}` : '';
	return run.refuse({
		what: cancelled ? `${title} was withdrawn${when}` : `${title} was already completed${who}${when}`,
		next: `Read the decision of case ${String(processInstanceId)} with Get Decision, and go on from there.`,
	});
}
