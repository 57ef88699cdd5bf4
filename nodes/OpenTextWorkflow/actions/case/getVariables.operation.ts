import type { Operation } from '../../../shared/operation';
import { variablesOf } from '../../transport/replies';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator, caseOfItem } from './caseFields';
import { VARIABLES } from '../../records/case';

export const getVariables: Operation<WorkflowClient> = {
	option: {
		name: 'Get Variables',
		value: 'getVariables',
		description: 'Retrieve the variables of a case, running or ended',
		action: 'Get the variables of a case',
	},
	effect: 'read',
	output: VARIABLES,
	fields: [
		caseLocator,
		{
			displayName: 'Raw',
			name: 'raw',
			type: 'boolean',
			default: false,
			description: 'Whether to return the list of variables with their types instead of one object',
		},
	],
	async execute(run, client) {
		const found = await caseOfItem(run, client);
		return {
			caseId: found.id,
			businessKey: found.businessKey ?? null,
			variables: run.flag('raw') ? (found.variables ?? []) : variablesOf(found),
		};
	},
};
