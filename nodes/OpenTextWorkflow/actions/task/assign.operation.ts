import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { ASSIGNED } from '../../records/task';
import { taskItem } from '../../records/taskItem';
import { changeRequest, isHeldBy } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { changeTask } from './changing';
import { claimFor } from './claiming';
import {
	assigneeField,
	openTask,
	readAssignee,
	refuseDelegated,
	refuseSuspended,
	taskLocator,
} from './taskFields';

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Take From Holder',
		name: 'takeOver',
		type: 'boolean',
		default: false,
		description: 'Whether to take the task from somebody else who holds it',
	},
];

const HELD_BY_ANOTHER =
	'Choose Take From Holder to give it over all the same, or let that person give it back.';

/**
 * A task that nobody holds is claimed for the user: the service itself refuses a second claim, so that nobody who is faster loses it, and notes the time. One that somebody else holds
 * is changed by its attributes (reference 4.6, T3): a claim would be refused, and between giving it back and a claim any candidate could take it.
 */
export const assign: Operation<WorkflowClient> = {
	option: {
		name: 'Assign',
		value: 'assign',
		description: 'Give a task to one person, from the pool or from whoever holds it',
		action: 'Assign a task',
	},
	effect: 'change',
	output: ASSIGNED,
	fields: [taskLocator, assigneeField, optionsCollection(OPTIONS)],
	async execute(run, client) {
		const assignee = readAssignee(run);
		const { takeOver } = run.fields('options', OPTIONS);
		const open = await openTask(run, client);
		if (await isHeldBy(client, open, assignee)) {
			return { assigned: false, takenFrom: null, ...taskItem(open) };
		}
		refuseDelegated(run, open, 'given to somebody else');
		refuseSuspended(run, open);
		if (!open.assignee || takeOver !== true) {
			const { claimed, task } = await claimFor(run, client, open, assignee, HELD_BY_ANOTHER);
			return { assigned: claimed, takenFrom: null, ...taskItem(task) };
		}
		const { made, task } = await changeTask(run, client, open.id, {
			request: changeRequest(open.id, { assignee }, `task ${open.id} was assigned to ${assignee}`),
			called: 'the assignment',
			unseen: `that ${assignee} holds it`,
			isMade: async (after) => await isHeldBy(client, after, assignee),
		});
		return { assigned: made, takenFrom: made ? open.assignee : null, ...taskItem(task) };
	},
};
