import { NodeApiError, type IDataObject } from 'n8n-workflow';
import { asError, type Alone } from '../../../shared/batch';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import { tellLeft } from '../../../shared/record/tellLeft';
import { lasting } from '../../../shared/record/written';
import type { StoreLocator, StoreRecord } from '../../records/storeRecord';
import type { Row } from '../../transport/collection';
import { INFERRED } from '../../transport/inferred';
import type { StoreClient } from '../../transport/StoreClient';
import { createSeveral, type Became } from './createsSeveral';
import { havingKeys } from './keysAtOnce';
import { collectionOf, idIn } from './picked';

/** A record that has a key of its own. */
export type Keyed = StoreRecord & { locator: Required<Pick<StoreLocator, 'key'>> };

/** Does one thing with some of the rows. @returns what became of each row, at its place; undefined for all others */
async function ofSome(
	rows: readonly Entered[],
	isIt: (at: number) => boolean,
	work: (some: Entered[], places: number[]) => Promise<readonly Became[] | undefined>,
): Promise<Became[]> {
	const places = rows.flatMap((_row, at) => (isIt(at) ? [at] : []));
	if (!places.length) return [];
	const results = await work(
		places.map((at) => rows[at]),
		places,
	).catch((error: unknown) =>
		places.length < 2 && isRefusal(error) ? undefined : places.map(() => asError(error)),
	);
	return rows.map((_row, at) => results?.[places.indexOf(at)]);
}

/** About what was sent, and not carried out: sent alone again, it is told of its own item. */
const isRefusal = (error: unknown): boolean =>
	error instanceof NodeApiError && INFERRED.refusedRows.includes(Number(error.httpCode));

type Told = IDataObject | Error | Alone<StoreClient> | undefined;

function told(created: boolean, became: Became): Told {
	if (became === undefined || became instanceof Error) return became;
	if (typeof became !== 'function') return { created, ...became };
	return async (run, client) => ({ created, ...(await became(run, client)) });
}

/**
 * Creates and updates several: one look for all of their keys where the store takes several, one call for those that are there, and one for the others where the store takes several new ones at once. Nothing
 * behind one that is known to be wrong is begun, unless the node goes on.
 *
 * @param run the first of the items
 * @param rows no two of which have the same key
 * @returns for each row what it became, or how it is sent alone; undefined: as any other one
 */
export async function upsertSeveral(
	run: ItemRun,
	client: StoreClient,
	record: Keyed,
	rows: readonly Entered[],
): Promise<Told[]> {
	const { same, together, idField, locator } = record;
	const { key } = locator;
	const collection = await collectionOf(run, client, record);
	const standing = await havingKeys(
		collection,
		key,
		rows.map(({ [key.field]: value }) => String(value)),
	);
	const goesOn = run.functions.continueOnFail();
	const before = (isWrong: (at: number) => boolean) => {
		const first = goesOn ? -1 : rows.findIndex((_row, at) => isWrong(at));
		return (at: number) => first < 0 || at < first;
	};
	const isClear = before((at) => standing[at].length > 1);
	const changed = await ofSome(
		rows,
		(at) => standing[at].length === 1 && isClear(at),
		async (some, places) => {
			const bodies = some.map((values, at): Row => {
				const [only] = standing[places[at]];
				tellLeft(run.functions, record, values);
				return { ...lasting({ ...values }, record), id: idIn(only, idField) };
			});
			return await collection.change(bodies);
		},
	);
	const results = changed.map((became) => told(false, became));
	if (!same || !together) return results;
	const isChanged = before((at) => standing[at].length > 0 && (!results[at] || results[at] instanceof Error));
	const made = await ofSome(
		rows,
		(at) => standing[at].length === 0 && isChanged(at),
		async (some) => await createSeveral(run, client, { ...record, same, together }, some, standing.flat()),
	);
	return rows.map((_row, at) => results[at] ?? told(true, made[at]));
}
