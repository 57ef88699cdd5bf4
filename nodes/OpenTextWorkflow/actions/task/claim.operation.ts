import type { Operation } from '../../../shared/operation';
import { taskItem } from '../../records/taskItem';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { claimFor } from './claiming';
import { assigneeField, openTask, readAssignee, taskLocator } from './taskFields';
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
	fields: [taskLocator, assigneeField],
	async execute(run, client) {
		const assignee = readAssignee(run);
		const { claimed, task } = await claimFor(run, client, await openTask(run, client), assignee);
		return { claimed, ...taskItem(task) };
	},
};
