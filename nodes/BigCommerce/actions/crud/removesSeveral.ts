import uniq from 'lodash/uniq';
import type { ItemRun } from '../../../shared/itemRun';
import type { Given } from '../../../shared/record/given';
import type { StoreRecord } from '../../records/storeRecord';
import type { StoreClient } from '../../transport/StoreClient';
import { havingKeys } from './keysAtOnce';
import { collectionOf, idIn, leanQuery } from './picked';

/** How several are removed in one call. */
interface Removing<Row> {
	/** By what the store's records name themselves; left out: `id`. */
	idField?: string;
	/** For each what the store has, undefined for one that it has not. */
	look(rows: readonly Row[]): Promise<Array<Given | undefined>>;
	/** @returns false when the store refused some of them */
	remove(found: readonly Given[]): Promise<boolean>;
}

/**
 * Removes in one call those that are there. After a refusal it is looked which of them are gone: the store keeps no more than those that something holds (BigCommerce reference 10.3).
 *
 * @param run the first of the items
 * @returns what was removed, undefined for one that is to be sent alone, where what is wrong with it is told; undefined when none was sent
 */
export async function removeSeveral<Row>(
	run: ItemRun,
	rows: readonly Row[],
	{ idField, look, remove }: Removing<Row>,
): Promise<Array<Given | undefined> | undefined> {
	const found = await look(rows);
	const good = found.flatMap((row) => (row ? [row] : []));
	// Nothing behind a wrong item is begun, unless the node goes on.
	const isHeld = good.length < rows.length && !run.functions.continueOnFail();
	const ids = uniq(good.map((row) => idIn(row, idField)));
	if (isHeld || good.length < 2 || ids.length < good.length) return undefined;
	if (await remove(good)) return found;
	const left = await look(rows);
	return found.map((row, at) => (left[at] ? undefined : row));
}

/** One that is to be removed, by its id or by the key by which it is looked for with others. */
export type Wanted = { id: number } | { key: string };

/** Removes several records of one list. */
export async function removeRecords(
	run: ItemRun,
	client: StoreClient,
	record: StoreRecord,
	wanted: readonly Wanted[],
): Promise<Array<Given | undefined> | undefined> {
	const collection = await collectionOf(run, client, record);
	const { idField, locator } = record;
	return await removeSeveral(run, wanted, {
		idField,
		async look(rows) {
			const keys = rows.flatMap((row) => ('key' in row ? [row.key] : []));
			const ids = rows.flatMap((row) => ('id' in row ? [row.id] : []));
			const byKey = locator.key ? await havingKeys(collection, locator.key, keys) : [];
			const byId = ids.length ? await collection.standing(ids, leanQuery(record)) : [];
			return rows.map((row) => {
				if ('id' in row) return byId.find((one) => idIn(one, idField) === row.id);
				const [only, ...others] = byKey[keys.indexOf(row.key)] ?? [];
				return others.length ? undefined : only;
			});
		},
		remove: async (found) => await collection.removeSeveral(found.map((row) => idIn(row, idField))),
	});
}
