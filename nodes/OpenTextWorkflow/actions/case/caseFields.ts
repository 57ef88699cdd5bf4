import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf, picked } from '../../../shared/record/locator';
import { CASE_LOCATOR } from '../../records/case';
import { MODEL_PARAMETER, startByIn, type StartBy } from '../../records/startCase';
import { caseName, findCase, type Case, type CaseIdentity } from '../../transport/cases';
import type { WorkflowClient } from '../../transport/WorkflowClient';

/** Choosing a process model: from the list of those deployed, or by its key. */
export const modelLocator: INodeProperties = {
	displayName: 'Process Model',
	name: MODEL_PARAMETER,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'What to start: the latest version of a model, one version of it, or what waits for a message',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchModels', searchable: true },
		},
		{ displayName: 'By Key', name: 'key', type: 'string', placeholder: 'e.g. order_risk_review' },
		{
			displayName: 'By Version ID',
			name: 'versionId',
			type: 'string',
			placeholder: 'e.g. f8985abd-3391-11ea-b509-eeee0affefe7',
		},
		{ displayName: 'By Message', name: 'message', type: 'string', placeholder: 'e.g. orderArrived' },
	],
};

/** How the item names the model. */
export const startByOf = (run: ItemRun): StartBy =>
	startByIn(run.functions.getNodeParameter(modelLocator.name, run.index, {}));

export const businessKey: INodeProperties = {
	displayName: 'Business Key',
	name: 'businessKey',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. abc123:order:4711:risk-review:1',
	description:
		'Normally a link key; a second Start of the model with the same key returns the case that is there',
};

/** For operations on a case that exists. */
export const caseLocator = locatorOf(CASE_LOCATOR);

function identityOf(run: ItemRun): CaseIdentity {
	const { by, value } = picked(run, CASE_LOCATOR);
	return by === 'id' ? { id: value } : { businessKey: value };
}

/** The case of the item with its variables. @throws NodeOperationError when there is none */
export async function caseOfItem(run: ItemRun, client: WorkflowClient): Promise<Case> {
	const identity = identityOf(run);
	const found = await findCase(client, identity);
	if (found) return found;
	throw run.refuse({
		what: `Workflow Service knows no ${caseName(identity)}`,
		next: 'Check it, and the tenant in the credential. A case that was started a moment ago may need some seconds to be found.',
	});
}
