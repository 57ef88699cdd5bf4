import type { Operation } from '../../../shared/operation';
import { TERMINATED } from '../../records/case';
import { endCase } from '../../records/endCase';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator, caseOfItem } from './caseFields';

export const terminate: Operation<WorkflowClient> = {
	option: {
		name: 'Terminate',
		value: 'terminate',
		description: 'End a running case from outside; one that has ended already is left as it is',
		action: 'Terminate a case',
	},
	effect: 'change',
	output: TERMINATED,
	fields: [
		caseLocator,
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. The order was cancelled by the customer',
			description: 'Kept in the history of the case',
		},
	],
	async execute(run, client) {
		const reason = run.text('reason');
		return await endCase(run.functions, client, await caseOfItem(run, client), reason);
	},
};
