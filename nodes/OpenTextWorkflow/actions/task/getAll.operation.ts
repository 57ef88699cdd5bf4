import mapKeys from 'lodash/mapKeys';
import type { Operation } from '../../../shared/operation';
import { inputOf, inputsOf } from '../../../shared/record/field';
import { listing } from '../../../shared/record/listing';
import { TASK_OPTIONS, tasks } from '../../records/task';
import { hasId } from '../../transport/replies';
import type { WorkflowClient } from '../../transport/WorkflowClient';

const { fields, output, read, shown } = listing(tasks, inputsOf(TASK_OPTIONS));

/** The service's names of the options. */
const QUERY_NAMES = new Map(
	Object.entries(TASK_OPTIONS).map((entry): [string, string] => [inputOf(entry).name, entry[0]]),
);

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of open tasks',
		action: 'Get many tasks',
	},
	effect: 'read',
	output,
	fields,
	async execute(run, client) {
		const { filters, sort, options, limit } = read(run);
		const query = {
			includeProcessVariables: true,
			...filters,
			...mapKeys(options, (_value, name) => QUERY_NAMES.get(name) ?? name),
			...(sort && { sort: sort.by, order: sort.direction }),
		};
		const rows = await client.list(
			{ base: 'runtime', path: '/tasks', query, subject: 'the list of tasks', isRow: hasId },
			limit,
		);
		return shown(run, rows);
	},
};
