import type { Operation } from '../../../shared/operation';
import { VARIABLE, variableItem } from '../../records/variable';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { ownerFields, ownerOfItem } from '../ownerFields';
import { readName, variableName, variableOf } from './variableOfItem';

export const get: Operation<WorkflowClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one variable of a case or a task, running or ended',
		action: 'Get a variable',
	},
	effect: 'read',
	output: VARIABLE,
	fields: [...ownerFields, variableName],
	async execute(run, client) {
		const name = readName(run);
		const owner = await ownerOfItem(run, client);
		return variableItem(owner, await variableOf(run, client, owner, name));
	},
};
