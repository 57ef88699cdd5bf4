import { flag, object, whole } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import { collectionOf, homeOf, idIn, idOf, locators, scopeOf, type Made } from './picked';

/** A Delete of one. The store may answer the same for one that is not there, so it is looked for first. */
export const removes = (record: StoreRecord): Made => ({
	effect: 'change',
	scopes: scopeOf(record, 'modify'),
	output: object({ id: whole, deleted: flag }),
	fields: locators(record),
	async execute(run, client) {
		const { home } = record;
		const collection = await collectionOf(run, client, record);
		const id = await idOf(run, client, record);
		const standing = await collection.get(id);
		await (home ? homeOf(client, record, home, idIn(standing, home.field)) : collection).remove(id);
		return { id, deleted: true };
	},
});
