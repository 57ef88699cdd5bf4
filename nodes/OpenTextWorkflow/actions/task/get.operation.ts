import type { Operation } from '../../../shared/operation';
import { taskItem } from '../../records/taskItem';
import { findTask } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { noTask, readTaskId, taskLocator } from './taskFields';
import { TASK } from '../../records/task';

export const get: Operation<WorkflowClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one task, open or ended',
		action: 'Get a task',
	},
	effect: 'read',
	output: TASK,
	fields: [taskLocator],
	async execute(run, client) {
		const id = readTaskId(run);
		const found = await findTask(client, id);
		if (!found) throw noTask(run, id);
		return 'open' in found
			? { open: true, ...taskItem(found.open) }
			: { open: false, ...taskItem(found.ended) };
	},
};
