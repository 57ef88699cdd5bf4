import type { Operation } from '../../../shared/operation';
import { taskItem } from '../../records/taskItem';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { claimFor } from './claiming';
import { openTask, taskLocator } from './taskFields';
import { CLAIMED } from '../../records/task';

export const claim: Operation<WorkflowClient> = {
	option: {
		name: 'Claim',
		value: 'claim',
		description: 'Give a task to one person, so that nobody else works on it',
		action: 'Claim a task',
	},
	effect: 'change',
	output: CLAIMED,
	fields: [
		taskLocator,
		{
			displayName: 'Assignee',
			name: 'assignee',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. rita.reviewer@example.com',
			description: 'The user who takes the task; one of the tenant',
		},
	],
	async execute(run, client) {
		const assignee = run.requiredText('assignee', 'Assignee');
		const { claimed, task } = await claimFor(run, client, await openTask(run, client), assignee);
		return { claimed, ...taskItem(task) };
	},
};
