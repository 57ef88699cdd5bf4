import type { Operation } from '../../../shared/operation';
import { listing } from '../../../shared/record/listing';
import { historicTasks } from '../../records/historicTask';
import { INFERRED } from '../../transport/inferred';
import { hasId } from '../../transport/replies';
import { sortedList } from '../../transport/sorting';
import type { WorkflowClient } from '../../transport/WorkflowClient';

const { fields, output, read, shown } = listing(historicTasks);

export const getTasks: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many Tasks',
		value: 'getTasks',
		description: 'Retrieve a list of tasks, open and ended, the newest first',
		action: 'Get many tasks from the history',
	},
	effect: 'read',
	output,
	fields,
	async execute(run, client) {
		const { filters, limit } = read(run);
		const list = {
			base: 'history',
			path: '/historic-task-instances',
			query: { ...filters, includeProcessVariables: true },
			subject: 'the history of tasks',
			isRow: hasId,
		} as const;
		const newestFirst = { by: INFERRED.historySort.taskStart, direction: 'desc' };
		const rows = await sortedList(client, list, limit, newestFirst);
		return shown(run, rows);
	},
};
