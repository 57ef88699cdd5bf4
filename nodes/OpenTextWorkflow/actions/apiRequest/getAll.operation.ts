import { anyRecord, queryField } from '../../../shared/anyCall';
import { returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { hasSubscriptionFilter } from '../../transport/anyPath';
import type { ListRequest, WorkflowClient } from '../../transport/WorkflowClient';
import { askedFor, callFields } from './asked';

/** By which pages are asked for (reference 3.3). */
const PAGING = ['offset', 'count'] as const;

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description:
			'Retrieve the rows of any list, page by page; those of cases and tasks leave out what the credential leaves out',
		action: 'Get many from any path',
	},
	effect: 'read',
	output: anyRecord,
	fields: [...callFields, ...returnAllAndLimit],
	async execute(run, client) {
		const limit = run.limit();
		const asked = await askedFor(run, client);
		const own = PAGING.find((name) => name in asked.query);
		if (own !== undefined) {
			throw run.refuse({
				what: `${queryField.displayName} holds "${own}", by which Get Many itself asks for the pages`,
				next: 'Leave it out and use Return All and Limit; for a single page, choose Get.',
			});
		}
		const request: ListRequest = hasSubscriptionFilter(asked) ? asked : { ...asked, ofTenant: true };
		return await client.list(request, limit);
	},
};
