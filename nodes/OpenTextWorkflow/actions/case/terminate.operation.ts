import type { Operation } from '../../../shared/operation';
import { caseItem, findCase } from '../../transport/cases';
import { INFERRED } from '../../transport/inferred';
import type { WorkflowClient, WorkflowRequest } from '../../transport/WorkflowClient';
import { caseOfItem, identityFields } from './caseFields';

export const terminate: Operation<WorkflowClient> = {
	option: {
		name: 'Terminate',
		value: 'terminate',
		description: 'End a running case from outside; one that has ended already is left as it is',
		action: 'Terminate a case',
	},
	fields: [
		...identityFields,
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
		const found = await caseOfItem(run, client);
		const item = caseItem(found);
		if (item.ended) return { terminated: false, ...item };
		const reason = run.text('reason');
		const request: WorkflowRequest = {
			method: 'DELETE',
			base: 'runtime',
			path: `/process-instances/${encodeURIComponent(String(found.id))}`,
			query: reason ? { [INFERRED.deleteReason]: reason } : undefined,
			subject: `case ${String(found.id)}`,
		};
		const { last, repeatedAfterDoubt } = await client.attempt(request);
		const done = 'headers' in last && last.status < 300;
		if (!done && last.status !== 404) throw client.refusal(last, request);
		const after = await findCase(client, { id: String(found.id) });
		// 404: it ended between our two steps, unless an earlier try of ours ended it.
		const terminated = done || repeatedAfterDoubt;
		return { terminated, ...(after ? caseItem(after) : { ...item, cancelled: terminated }), ended: true };
	},
};
