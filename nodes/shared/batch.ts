import uniqBy from 'lodash/uniqBy';
import type { ItemRun } from './itemRun';
import type { Batch, OperationResult } from './operation';

/** Several items in one call. */
export interface Batching<Client, Row extends object> {
	/** How many rows one call takes. */
	most: number;
	/** What is sent for an item; throws what the item does wrong. */
	read(run: ItemRun, client: Client): Promise<Row>;
	/**
	 * Sends the rows in one call.
	 *
	 * @param sharing the items that the rows are of
	 * @returns what each became, in their order, undefined for one that the service refused, so that it is sent alone; undefined when it refused them all
	 * @throws what went wrong with all of them
	 */
	send(
		rows: Row[],
		client: Client,
		sharing: readonly ItemRun[],
	): Promise<Array<OperationResult | undefined> | undefined>;
	/** What it changes: no two rows of one call may change the same; left out: the record with its id. */
	about?(row: Row): string;
	/** The same for one item alone. */
	alone(run: ItemRun, client: Client): Promise<OperationResult>;
}

type Settled<Value> = Value | Error;

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const isError = (value: unknown): value is Error => value instanceof Error;

/** @returns for each entry, in order and one after another, what it became or what went wrong with it */
async function eachInTurn<Entry, Value>(
	entries: readonly Entry[],
	work: (entry: Entry) => Promise<Value>,
): Promise<Array<Settled<Value>>> {
	const results: Array<Settled<Value>> = [];
	for (const entry of entries) results.push(await work(entry).catch(asError));
	return results;
}

/**
 * Makes the batch of an operation. Every item is read before anything is sent; one that is wrong is left out with *Continue On Fail*, and else nothing of the group is sent. Rows
 * that the service refuses together are sent one by one, so that the right item is named and the others are carried out; two changes of one record never share a call.
 */
export const batchOf = <Client, Row extends object>({
	most,
	read,
	send,
	about = (row) => ('id' in row ? String(row.id) : ''),
	alone,
}: Batching<Client, Row>): Batch<Client> => ({
	most,
	async execute(runs, clientFor) {
		const rows = await eachInTurn(runs, async (run) => await read(run, clientFor([run])));
		const goesOn = runs[0].functions.continueOnFail();
		if (!goesOn && rows.some(isError)) return rows.map((row) => (isError(row) ? row : []));
		const good = rows.filter((row): row is Row => !isError(row));
		const sharing = runs.filter((_run, at) => !isError(rows[at]));
		const together = async () => {
			if (good.length < 2 || uniqBy(good, about).length < good.length) return undefined;
			return await send(good, clientFor(sharing), sharing);
		};
		const sent = await together().catch(asError);
		const results = isError(sent)
			? sharing.map(() => sent)
			: await oneByOne(
					sharing,
					goesOn,
					async (run) => sent?.[sharing.indexOf(run)] ?? (await alone(run, clientFor([run]))),
				);
		return runs.map((run, at) => {
			const row = rows[at];
			return isError(row) ? row : results[sharing.indexOf(run)];
		});
	},
});

/** Stops at the first that goes wrong, unless the node goes on; what follows it is not begun. */
async function oneByOne(
	runs: readonly ItemRun[],
	goesOn: boolean,
	alone: (run: ItemRun) => Promise<OperationResult>,
): Promise<Array<Settled<OperationResult>>> {
	let isStopped = false;
	return await eachInTurn(runs, async (run) => {
		if (isStopped) return [];
		return await alone(run).catch(async (error: unknown) => {
			isStopped = !goesOn;
			return await Promise.reject(error);
		});
	});
}
