import compact from 'lodash/compact';
import uniq from 'lodash/uniq';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import type { StoreRecord } from '../../records/storeRecord';
import type { Collection, Row } from '../../transport/collection';
import type { StoreClient } from '../../transport/StoreClient';
import { havingKeys } from './keysAtOnce';
import { collectionOf, idIn } from './picked';

/** A change with the id of its record, or with the key by which it is looked for with others. */
export type Change = { row: Row } | { key: string; values: Entered };

/** The rows with their ids; undefined for each whose key no record has, or several. */
async function identified(
	collection: Collection,
	{ locator: { key }, idField }: StoreRecord,
	changes: readonly Change[],
): Promise<Array<Row | undefined>> {
	const keys = changes.flatMap((change) => ('key' in change ? [change.key] : []));
	const found = key ? await havingKeys(collection, key, keys) : [];
	return changes.map((change) => {
		if ('row' in change) return change.row;
		const [only, ...others] = found[keys.indexOf(change.key)] ?? [];
		return only && !others.length ? { ...change.values, id: idIn(only, idField) } : undefined;
	});
}

/**
 * Changes several in one call.
 *
 * @param run the first of the items
 * @returns what each became, undefined for one that is to be sent alone, where what is wrong with it is told; undefined when the store refused some of them, or two are about one record
 */
export async function changeSeveral(
	run: ItemRun,
	client: StoreClient,
	record: StoreRecord,
	changes: readonly Change[],
): Promise<Array<Given | undefined> | undefined> {
	const collection = await collectionOf(run, client, record);
	const rows = await identified(collection, record, changes);
	const good = compact(rows);
	// Nothing behind a wrong item is begun, unless the node goes on.
	const isHeld = good.length < rows.length && !run.functions.continueOnFail();
	if (isHeld || good.length < 2 || uniq(good.map(({ id }) => id)).length < good.length) return undefined;
	const changed = await collection.change(good);
	return changed && rows.map((row) => row && changed[good.indexOf(row)]);
}
