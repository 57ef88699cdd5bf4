import { batchOf } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import { flag, object, whole } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { collectionOf, homeOf, idIn, idOf, keyOf, locators, scopeOf, type Made } from './picked';
import { removeRecords, type Wanted } from './removesSeveral';

/** A Delete: of one, or of up to as many as the store takes by their ids. The store may answer the same for one that is not there, so it is looked for first. */
export function removes(record: StoreRecord): Made {
	const { home, idField, removedAtOnce } = record;
	const alone = async (run: ItemRun, client: StoreClient) => {
		const collection = await collectionOf(run, client, record);
		const id = await idOf(run, client, record);
		const standing = await collection.get(id);
		await (home ? homeOf(client, record, home, idIn(standing, home.field)) : collection).remove(id);
		return { id, deleted: true };
	};
	return {
		effect: 'change',
		scopes: scopeOf(record, 'modify'),
		output: object({ id: whole, deleted: flag }),
		fields: locators(record),
		execute: alone,
		...(removedAtOnce && {
			batch: batchOf<StoreClient, Wanted>({
				most: removedAtOnce,
				async read(run, client) {
					const key = keyOf(run, record);
					return key === undefined ? { id: await idOf(run, client, record) } : { key };
				},
				about: (wanted) => ('id' in wanted ? `id ${wanted.id}` : `key ${wanted.key.toLowerCase()}`),
				async send(wanted, client, [first]) {
					const gone = await removeRecords(first, client, record, wanted);
					return gone?.map((row) => row && { id: idIn(row, idField), deleted: true });
				},
				alone,
			}),
		}),
	};
}
