import { returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { VARIABLE, variableItem } from '../../records/variable';
import { variablesOfOwner } from '../../transport/variables';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { ownerFields, ownerOfItem } from '../ownerFields';

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the variables of a case, or those of a task alone, each with its type',
		action: 'Get many variables',
	},
	effect: 'read',
	output: VARIABLE,
	fields: [...ownerFields, ...returnAllAndLimit],
	async execute(run, client) {
		const limit = run.limit();
		const owner = await ownerOfItem(run, client);
		const all = await variablesOfOwner(client, owner);
		return all.slice(0, limit).map((one) => variableItem(owner, one));
	},
};
