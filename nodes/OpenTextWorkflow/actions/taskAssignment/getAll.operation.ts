import { returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { ASSIGNMENT, assignmentItem } from '../../records/assignment';
import { assignmentsOf } from '../../transport/assignments';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openTask, taskLocator } from '../task/taskFields';

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the people and groups of an open task',
		action: 'Get many task assignments',
	},
	effect: 'read',
	output: ASSIGNMENT,
	fields: [taskLocator, ...returnAllAndLimit],
	async execute(run, client) {
		const limit = run.limit();
		const { id } = await openTask(run, client);
		const all = await assignmentsOf(client, id);
		return all.slice(0, limit).map((one) => assignmentItem(id, one));
	},
};
