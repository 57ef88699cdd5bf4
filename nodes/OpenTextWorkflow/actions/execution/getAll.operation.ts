import { returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { EXECUTION, executionItem } from '../../records/execution';
import { executionsOf } from '../../transport/executions';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator, caseOfItem } from '../case/caseFields';

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the activities at which a running case stands',
		action: 'Get many executions',
	},
	effect: 'read',
	output: EXECUTION,
	fields: [caseLocator, ...returnAllAndLimit],
	async execute(run, client) {
		const limit = run.limit();
		const { id, ended } = await caseOfItem(run, client);
		// One that has ended stands nowhere.
		const all = ended ? [] : await executionsOf(client, id);
		return all.slice(0, limit).map((one) => executionItem(id, one));
	},
};
