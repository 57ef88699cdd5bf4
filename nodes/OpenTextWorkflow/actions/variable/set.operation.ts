import type { Operation } from '../../../shared/operation';
import { list, object, orNull, text } from '../../../shared/shape';
import { ownerItem } from '../../records/variable';
import { setVariable } from '../../records/writeVariable';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openOwnerOfItem, ownerFields } from '../ownerFields';
import { readSomeVariables } from '../readVariables';
import { variableFields } from '../variableFields';

export const set: Operation<WorkflowClient> = {
	option: {
		name: 'Set',
		value: 'set',
		description: 'Create or change variables of a running case or an open task',
		action: 'Set variables',
	},
	effect: 'change',
	output: object({ set: list(text), caseId: orNull(text), taskId: orNull(text) }),
	fields: [...ownerFields, ...variableFields],
	async execute(run, client) {
		const variables = readSomeVariables(run);
		const owner = await openOwnerOfItem(run, client, 'so its variables cannot be changed');
		for (const variable of variables) await setVariable(client, owner, variable);
		return { set: variables.map(({ name }) => name), ...ownerItem(owner) };
	},
};
