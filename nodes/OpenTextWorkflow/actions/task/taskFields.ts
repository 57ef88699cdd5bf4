import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf, picked } from '../../../shared/record/locator';
import { TASK_LOCATOR } from '../../records/task';
import { findTask, isHeldBy, type Task } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';

export const taskLocator = locatorOf(TASK_LOCATOR);

/** The user who gets the task. */
export const assigneeField: INodeProperties = {
	displayName: 'Assignee',
	name: 'assignee',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. rita.reviewer@example.com',
	description: 'The user who gets the task; one of the tenant',
};

export const readAssignee = (run: ItemRun): string =>
	run.requiredText(assigneeField.name, assigneeField.displayName);

const HELD_BY: INodeProperties[] = [
	{
		displayName: 'Only If Held By',
		name: 'heldBy',
		type: 'string',
		default: '',
		placeholder: 'e.g. rita.reviewer@example.com',
		description: 'The user who must hold the task; it stays as it is while somebody else does',
	},
];

/** For operations that work on a task whoever holds it. */
export const heldByOption = optionsCollection(HELD_BY);

/** @throws NodeOperationError when somebody else holds the task than the item says */
export async function refuseOther(run: ItemRun, client: WorkflowClient, task: Task): Promise<void> {
	const { heldBy } = run.fields('options', HELD_BY);
	if (!heldBy || (await isHeldBy(client, task, String(heldBy)))) return;
	const holder = task.assignee ? `${task.assignee} holds it` : 'nobody holds it';
	throw run.refuse({
		what: `${titleOf(task)} is not held by ${String(heldBy)}: ${holder}`,
		next: 'Leave Only If Held By out to work on it all the same.',
	});
}

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

/** A task as error texts call it. */
export const titleOf = ({ id, name }: Pick<Task, 'id' | 'name'>): string =>
	name ? `Task ${id} "${name}"` : `Task ${id}`;

/** The service would answer with 500, which says nothing to a user (reference 3.7). @throws NodeOperationError while the case is suspended */
export function refuseSuspended(run: ItemRun, { id, suspended }: Task): void {
	if (!suspended) return;
	throw run.refuse({ what: `The case of task ${id} is suspended`, next: 'Activate the case first.' });
}

/** @param before what has to wait until it is resolved: `completed` @throws NodeOperationError while a delegated task is not answered */
export function refuseDelegated(run: ItemRun, { id, assignee, delegationState }: Task, before: string): void {
	if (delegationState !== 'pending') return;
	throw run.refuse({
		what: `Task ${id} is delegated to ${String(assignee)}, who has not answered yet`,
		next: `It must be resolved before it can be ${before}.`,
	});
}

/** The error for a task that is over: who ended it, when, and where to go on. */
export function alreadyEnded(run: ItemRun, ended: Task): Error {
	const { assignee, endTime, cancelled, processInstanceId } = ended;
	const title = titleOf(ended);
	const when = endTime ? ` at ${endTime}` : '';
	const who = assignee ? ` by ${assignee}` : '';
	return run.refuse({
		what: cancelled ? `${title} was withdrawn${when}` : `${title} was already completed${who}${when}`,
		next: `Read the decision of case ${String(processInstanceId)} with Get Decision, and go on from there.`,
	});
}
