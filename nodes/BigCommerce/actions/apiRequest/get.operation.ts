import { anyRecord, queryField } from '../../../shared/anyCall';
import type { Operation } from '../../../shared/operation';
import { insideOf, readOf } from '../../transport/anyAnswer';
import type { StoreClient } from '../../transport/StoreClient';
import { askedFor, pathField, SCOPES_BY_PATH } from './asked';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve what one call of any path gives',
		action: 'Get from any path',
	},
	effect: 'read',
	scopesBy: SCOPES_BY_PATH,
	output: anyRecord,
	fields: [pathField, queryField],
	async execute(run, client) {
		const asked = askedFor(run);
		const { body } = await client.request({ ...asked, method: 'GET', gives: readOf(asked.path) });
		return insideOf(asked.path, body);
	},
};
