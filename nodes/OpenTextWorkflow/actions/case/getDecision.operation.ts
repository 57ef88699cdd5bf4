import { optionsCollection } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { decisionItem, outcomeVariable, readDecisionNames, reasonVariable } from '../../transport/decision';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseOfItem, identityFields } from './caseFields';

export const getDecision: Operation<WorkflowClient> = {
	option: {
		name: 'Get Decision',
		value: 'getDecision',
		description: 'Retrieve what was decided in a case, by whom, when and why',
		action: 'Get the decision of a case',
	},
	fields: [...identityFields, optionsCollection([outcomeVariable, reasonVariable])],
	async execute(run, client) {
		const names = readDecisionNames(run.collection('options'));
		return await decisionItem(client, await caseOfItem(run, client), names);
	},
};
