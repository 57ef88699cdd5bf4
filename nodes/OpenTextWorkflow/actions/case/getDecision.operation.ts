import type { Operation } from '../../../shared/operation';
import { decisionItem } from '../../transport/cases';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { decisionFields, readDecisionNames } from '../decisionFields';
import { caseOfItem, identityFields } from './caseFields';

export const getDecision: Operation<WorkflowClient> = {
	option: {
		name: 'Get Decision',
		value: 'getDecision',
		description: 'Retrieve what was decided in a case, by whom, when and why',
		action: 'Get the decision of a case',
	},
	fields: [...identityFields, ...decisionFields],
	async execute(run, client) {
		const names = readDecisionNames(run.collection('options'));
		return await decisionItem(client, await caseOfItem(run, client), names);
	},
};
