import type { IDataObject } from 'n8n-workflow';
import { asError } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import { lasting } from '../../../shared/record/written';
import type { StoreLocator, StoreRecord } from '../../records/storeRecord';
import type { Row } from '../../transport/collection';
import type { StoreClient } from '../../transport/StoreClient';
import { createSeveral, type Became } from './createsSeveral';
import { havingKeys } from './keysAtOnce';
import { collectionOf, idIn } from './picked';

/** A record that has a key of its own. */
export type Keyed = StoreRecord & { locator: Required<Pick<StoreLocator, 'key'>> };

/** Does one thing with some of the rows, at least two of them. @returns what became of each row, at its place; undefined for all others */
async function ofSome(
	rows: readonly Entered[],
	isIt: (at: number) => boolean,
	work: (some: Entered[], places: number[]) => Promise<readonly Became[] | undefined>,
): Promise<Became[]> {
	const places = rows.flatMap((_row, at) => (isIt(at) ? [at] : []));
	if (places.length < 2) return [];
	const results = await work(
		places.map((at) => rows[at]),
		places,
	).catch((error: unknown) => places.map(() => asError(error)));
	return rows.map((_row, at) => results?.[places.indexOf(at)]);
}

const told = (created: boolean, became: Became): IDataObject | Error | undefined =>
	became === undefined || became instanceof Error ? became : { created, ...became };

/**
 * Creates and updates several: one look for all of their keys where the store takes several, one call for those that are there, and one for the others where the store takes several new ones at once.
 *
 * @param run the first of the items
 * @param rows no two of which have the same key
 * @returns for each row what it became, undefined for one that is to be sent alone
 */
export async function upsertSeveral(
	run: ItemRun,
	client: StoreClient,
	record: Keyed,
	rows: readonly Entered[],
): Promise<Array<IDataObject | Error | undefined>> {
	const { same, together, idField, locator } = record;
	const { key } = locator;
	const collection = await collectionOf(run, client, record);
	const standing = await havingKeys(
		collection,
		key,
		rows.map(({ [key.field]: value }) => String(value)),
	);
	const changed = await ofSome(
		rows,
		(at) => standing[at].length === 1,
		async (some, places) => {
			const bodies = some.map((values, at): Row => {
				const [only] = standing[places[at]];
				return { ...lasting({ ...values }, record), id: idIn(only, idField) };
			});
			return await collection.change(bodies);
		},
	);
	const results = changed.map((became) => told(false, became));
	const isOver = changed.some((became) => became instanceof Error) && !run.functions.continueOnFail();
	if (isOver || !same || !together) return results;
	const made = await ofSome(
		rows,
		(at) => standing[at].length === 0,
		async (some) => await createSeveral(run, client, { ...record, same, together }, some, standing.flat()),
	);
	return rows.map((_row, at) => results[at] ?? told(true, made[at]));
}
