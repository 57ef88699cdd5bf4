import { optionsCollection } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { deciderOf } from '../../transport/tasks';
import { decisionOf, outcomeVariable, readDecisionNames, reasonVariable } from '../../records/decision';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator, caseOfItem } from './caseFields';
import { DECISION } from '../../records/case';

const OPTIONS = [outcomeVariable, reasonVariable];

export const getDecision: Operation<WorkflowClient> = {
	option: {
		name: 'Get Decision',
		value: 'getDecision',
		description: 'Retrieve what was decided in a case, by whom, when and why',
		action: 'Get the decision of a case',
	},
	effect: 'read',
	output: DECISION,
	fields: [caseLocator, optionsCollection(OPTIONS)],
	async execute(run, client) {
		const names = readDecisionNames(run.fields('options', OPTIONS));
		const found = await caseOfItem(run, client);
		return decisionOf(found, names, await deciderOf(client, found.id));
	},
};
