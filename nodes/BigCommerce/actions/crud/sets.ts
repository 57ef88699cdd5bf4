import type { Entered } from '../../../shared/record/field';
import { object } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import { collectionOf, idOf, locators, scopeOf, type Made } from './picked';

/** A change that is the same for whichever record is picked. @param values what it sets, by the vendor's names */
export const sets = (record: StoreRecord, values: Entered): Made => ({
	effect: 'change',
	scopes: scopeOf(record, 'modify'),
	output: object(record.properties),
	fields: locators(record),
	async execute(run, client) {
		const row = { ...values, id: await idOf(run, client, record) };
		return (await (await collectionOf(run, client, record)).change([row])) ?? [];
	},
});
