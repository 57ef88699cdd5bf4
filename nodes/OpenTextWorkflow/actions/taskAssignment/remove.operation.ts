import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { assignment } from '../../records/assignment';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { taskLocator } from '../task/taskFields';
import { assignmentFields, assignOnce } from './assigning';

export const remove: Operation<WorkflowClient> = {
	option: {
		name: 'Remove',
		value: 'remove',
		description: 'Take a user or group off an open task',
		action: 'Remove a task assignment',
	},
	effect: 'change',
	output: object({ removed: flag, ...assignment }),
	fields: [taskLocator, ...assignmentFields],
	async execute(run, client) {
		const { made, item } = await assignOnce(run, client, false);
		return { removed: made, ...item };
	},
};
