import type { Operation } from '../../../shared/operation';
import { VARIABLES_SET } from '../../records/case';
import { setVariable } from '../../records/writeVariable';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { readSomeVariables } from '../readVariables';
import { variableFields } from '../variableFields';
import { caseLocator, caseOfItem } from './caseFields';

export const setVariables: Operation<WorkflowClient> = {
	option: {
		name: 'Set Variables',
		value: 'setVariables',
		description: 'The same as Set of Variable, for workflows that were saved with it',
		action: 'Set the variables of a case',
	},
	effect: 'change',
	output: VARIABLES_SET,
	fields: [caseLocator, ...variableFields],
	async execute(run, client) {
		const variables = readSomeVariables(run);
		const { id: caseId, businessKey = null, ended } = await caseOfItem(run, client);
		if (ended) {
			throw run.refuse({
				what: `Case ${caseId} has ended, so its variables cannot be changed`,
				next: 'Start a new case, or keep the value elsewhere.',
			});
		}
		const owner = { kind: 'case', id: caseId, ended } as const;
		for (const variable of variables) await setVariable(client, owner, variable);
		return { caseId, businessKey, set: variables.map(({ name }) => name) };
	},
};
