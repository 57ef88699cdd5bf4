import groupBy from 'lodash/groupBy';
import type { ItemRun } from './itemRun';
import type { Batch, OperationResult } from './operation';

/** What came of it, or why nothing did. */
export type Settled<Value> = Value | Error;

/** How one is sent alone that a call for several left out, where more is known than its item says. */
export type Alone<Client> = (run: ItemRun, client: Client) => Promise<OperationResult>;

/** What is known of a call for several beside its rows. */
export interface Call<Client> {
	/** A call for rows of the same name went before: what `read` saw may stand no more. */
	isLater: boolean;
	/** Gives the client of those of its items whose errors are told apart from the others'. */
	clientFor(sharing: readonly ItemRun[]): Client;
}

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
	 * @param call what else is known of the call
	 * @returns what each became or why it went wrong, in their order, for one that the service refused how it is sent alone, undefined: as `alone` does; undefined when it refused them all
	 * @throws what went wrong with all of them
	 */
	send(
		rows: Row[],
		client: Client,
		sharing: readonly ItemRun[],
		call: Call<Client>,
	): Promise<Array<Settled<OperationResult> | Alone<Client> | undefined> | undefined>;
	/** Rows of different names never share a call; left out: all may. */
	together?(row: Row): string;
	/** What it changes: no two rows of one call may change the same; left out: the record with its id. */
	about?(row: Row): string;
	/** The same for one item alone. */
	alone: Alone<Client>;
}

/** So many that are refused together are sent one by one; more are halved first, so that one wrong row of 2,000 costs some twenty calls instead of 2,000. */
const FEW = 10;

/** Whatever was thrown, as an error. */
export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

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

/** An item with what is sent for it. */
interface Entry<Row> {
	run: ItemRun;
	row: Row;
}

/** What is sent in one call each: rows that may go together, and of each record no second change. */
function partsOf<Row extends object>(
	entries: ReadonlyArray<Entry<Row>>,
	{ together, about }: Required<Pick<Batching<unknown, Row>, 'together' | 'about'>>,
): Array<Array<Entry<Row>>> {
	// The sign keeps the groups in the order of their first items: numbers alone would be put in that of numbers.
	return Object.values(groupBy(entries, ({ row }) => `=${together(row)}`)).flatMap((group) => {
		const turns = new Map<string, number>();
		return Object.values(
			groupBy(group, ({ row }) => {
				const turn = (turns.get(about(row)) ?? 0) + 1;
				turns.set(about(row), turn);
				return turn;
			}),
		);
	});
}

/**
 * Makes the batch of an operation. What every item says is read before anything is sent; one that says something wrong is left out with *Continue On Fail*, and else nothing of the
 * group is sent. What only the service can tell, such as whether a key is there, comes out in `send`, which then begins nothing behind it unless the node goes on. Rows
 * that the service refuses together are sent in halves, and few of them one by one, so that the right item is named and the others are carried out. Two changes of one record never share a call, and what one
 * call has done is told although another one fails.
 */
export const batchOf = <Client, Row extends object>({
	most,
	read,
	send,
	together = () => '',
	about = (row) => ('id' in row ? String(row.id) : ''),
	alone,
}: Batching<Client, Row>): Batch<Client> => ({
	most,
	async execute(runs, clientFor) {
		const rows = await eachInTurn(runs, async (run) => await read(run, clientFor([run])));
		const goesOn = runs[0].functions.continueOnFail();
		if (!goesOn && rows.some(isError)) return rows.map((row) => (isError(row) ? row : []));
		const entries = runs.flatMap((run, at) => {
			const row = rows[at];
			return isError(row) ? [] : [{ run, row }];
		});
		const results = new Map<ItemRun, Settled<OperationResult>>();
		let isStopped = false;
		const begun = new Set<string>();
		for (const part of partsOf(entries, { together, about })) {
			const sharing = part.map(({ run }) => run);
			const name = together(part[0].row);
			const ended: Array<Settled<OperationResult>> = isStopped
				? sharing.map(() => [])
				: await sendPart(part, begun.has(name));
			begun.add(name);
			isStopped ||= !goesOn && ended.some(isError);
			sharing.forEach((run, at) => results.set(run, ended[at]));
		}
		return runs.map((run, at) => {
			const row = rows[at];
			return isError(row) ? row : (results.get(run) ?? []);
		});

		async function sendPart(
			part: ReadonlyArray<Entry<Row>>,
			isLater: boolean,
		): Promise<Array<Settled<OperationResult>>> {
			const sharing = part.map(({ run }) => run);
			const inOne = async () =>
				part.length < 2
					? undefined
					: await send(
							part.map(({ row }) => row),
							clientFor(sharing),
							sharing,
							{ isLater, clientFor },
						);
			const sent = await inOne().catch(asError);
			if (isError(sent)) return sharing.map(() => sent);
			if (sent === undefined && part.length > FEW) return await inHalves(part, isLater);
			return await oneByOne(sharing, goesOn, async (run) => {
				const became = sent?.[sharing.indexOf(run)];
				if (isError(became)) return await Promise.reject(became);
				if (became !== undefined && typeof became !== 'function') return became;
				return await (became ?? alone)(run, clientFor([run]));
			});
		}

		/** Of those that were refused together, and nothing of them carried out: nothing behind the first wrong one is begun, unless the node goes on. */
		async function inHalves(
			part: ReadonlyArray<Entry<Row>>,
			isLater: boolean,
		): Promise<Array<Settled<OperationResult>>> {
			const middle = Math.ceil(part.length / 2);
			const first = await sendPart(part.slice(0, middle), isLater);
			const rest = part.slice(middle);
			const isOver = !goesOn && first.some(isError);
			return [...first, ...(isOver ? rest.map(() => []) : await sendPart(rest, true))];
		}
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
