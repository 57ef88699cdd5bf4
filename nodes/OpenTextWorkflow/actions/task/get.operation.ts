import type { Operation } from '../../../shared/operation';
import { findTask, taskItem } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openTask, readTaskId, taskId } from './taskFields';

export const get: Operation<WorkflowClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one task, open or ended',
		action: 'Get a task',
	},
	fields: [taskId],
	async execute(run, client) {
		const found = await findTask(client, readTaskId(run));
		if (found && 'ended' in found) return { open: false, ...taskItem(found.ended) };
		return { open: true, ...taskItem(found?.open ?? (await openTask(run, client))) };
	},
};
