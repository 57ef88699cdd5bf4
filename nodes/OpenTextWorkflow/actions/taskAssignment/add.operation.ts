import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { assignment } from '../../records/assignment';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { taskLocator } from '../task/taskFields';
import { assignmentFields, assignOnce } from './assigning';

export const add: Operation<WorkflowClient> = {
	option: {
		name: 'Add',
		value: 'add',
		description: 'Let a user or group take an open task, or make somebody its owner',
		action: 'Add a task assignment',
	},
	effect: 'change',
	output: object({ added: flag, ...assignment }),
	fields: [taskLocator, ...assignmentFields],
	async execute(run, client) {
		const { made, item } = await assignOnce(run, client, true);
		return { added: made, ...item };
	},
};
