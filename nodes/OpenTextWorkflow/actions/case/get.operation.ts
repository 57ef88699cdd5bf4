import type { Operation } from '../../../shared/operation';
import { caseWithVariables } from '../../transport/cases';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseOfItem, identityFields } from './caseFields';
import { CASE } from '../../records/case';

export const get: Operation<WorkflowClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one case, running or ended',
		action: 'Get a case',
	},
	effect: 'read',
	output: CASE,
	fields: identityFields,
	async execute(run, client) {
		return caseWithVariables(await caseOfItem(run, client));
	},
};
