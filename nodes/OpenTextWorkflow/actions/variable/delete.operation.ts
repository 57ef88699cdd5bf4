import type { Operation } from '../../../shared/operation';
import { flag, object } from '../../../shared/shape';
import { variable, variableItem } from '../../records/variable';
import { removeVariable } from '../../records/writeVariable';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openOwnerOfItem, ownerFields } from '../ownerFields';
import { readName, variableName, variableOf } from './variableOfItem';

export const deleteVariable: Operation<WorkflowClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Take one variable away from a running case or an open task',
		action: 'Delete a variable',
	},
	effect: 'change',
	output: object({ deleted: flag, ...variable }),
	fields: [...ownerFields, variableName],
	async execute(run, client) {
		const name = readName(run);
		const owner = await openOwnerOfItem(run, client, 'so its variables stay');
		const found = await variableOf(run, client, owner, name);
		return { deleted: await removeVariable(run, client, owner, name), ...variableItem(owner, found) };
	},
};
