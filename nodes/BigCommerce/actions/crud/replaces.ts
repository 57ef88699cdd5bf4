import { object } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import { collectionOf, idOf, locators, scopeOf, type Made } from './picked';
import { newFields, newValues } from '../../../shared/record/written';

/** An Update of a record that the store takes as a whole only: it says all that a new one must have. */
export const replaces = (record: StoreRecord): Made => ({
	effect: 'change',
	scopes: scopeOf(record, 'modify'),
	output: object(record.properties),
	fields: [...locators(record), ...newFields(record)],
	async execute(run, client) {
		const values = newValues(run, record);
		const id = await idOf(run, client, record);
		const row = { ...(record.sent?.(values) ?? values), id };
		const [changed] = (await (await collectionOf(run, client, record)).change([row])) ?? [];
		return changed;
	},
});
