import { anyRecord, queryField } from '../../../shared/anyCall';
import { returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import type { StoreClient } from '../../transport/StoreClient';
import { askedFor, pathField, SCOPES_BY_PATH } from './asked';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the rows of any list, page by page',
		action: 'Get many from any path',
	},
	effect: 'read',
	scopesBy: SCOPES_BY_PATH,
	output: anyRecord,
	fields: [pathField, queryField, ...returnAllAndLimit],
	async execute(run, client) {
		const limit = run.limit();
		return await client.list({ ...askedFor(run), hasAnyRows: true }, limit);
	},
};
