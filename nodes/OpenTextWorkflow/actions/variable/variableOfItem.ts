import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { Owner } from '../../transport/comments';
import { variablesOfOwner, type KeptVariable } from '../../transport/variables';
import type { WorkflowClient } from '../../transport/WorkflowClient';

export const variableName: INodeProperties = {
	displayName: 'Variable Name',
	name: 'variableName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. orderId',
	description: 'As the process model names it',
};

export const readName = (run: ItemRun): string => run.requiredText('variableName', 'Variable Name');

/** The variable of this name. @throws NodeOperationError when there is none */
export async function variableOf(
	run: ItemRun,
	client: WorkflowClient,
	owner: Owner,
	name: string,
): Promise<KeptVariable> {
	const found = (await variablesOfOwner(client, owner)).find((one) => one.name === name);
	if (found) return found;
	throw run.refuse({
		what: `${owner.kind === 'case' ? 'Case' : 'Task'} ${owner.id} has no variable "${name}"`,
		next: 'Look at all of them with Get Many; small and capital letters count.',
	});
}
