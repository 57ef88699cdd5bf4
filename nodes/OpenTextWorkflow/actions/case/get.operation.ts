import type { Operation } from '../../../shared/operation';
import { caseWithVariables } from '../../records/caseItem';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator, caseOfItem } from './caseFields';
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
	fields: [caseLocator],
	async execute(run, client) {
		return caseWithVariables(await caseOfItem(run, client));
	},
};
