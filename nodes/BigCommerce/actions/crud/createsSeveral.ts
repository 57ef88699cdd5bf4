import sortBy from 'lodash/sortBy';
import { isNamed } from '../../../shared/answer';
import type { Alone } from '../../../shared/batch';
import { lookFor } from '../../../shared/createOnce';
import type { ItemRun } from '../../../shared/itemRun';
import { orFound } from '../../../shared/orFound';
import type { Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { isDoubtful } from '../../../shared/send';
import type { StoreRecord } from '../../records/storeRecord';
import { isDone, PARTLY } from '../../transport/collectionReplies';
import { isAboutRows } from '../../transport/refusedRows';
import type { StoreClient } from '../../transport/StoreClient';
import { create } from './create';
import { severalOf } from './keysAtOnce';
import { collectionOf, idIn } from './picked';
import { equalTo, setIn, type Same } from './same';
import { stoodBefore } from './standing';

/** A record of which one call makes several. */
export type Joint = StoreRecord & Required<Pick<StoreRecord, 'same' | 'together'>>;

/** What became of one that was to be made, or how it is sent alone; undefined: as any other one. */
export type Became = Given | Error | Alone<StoreClient> | undefined;

/** For each row the record that it became, none for two; the row that says most chooses first. */
function matched(same: Same, rows: readonly Entered[], shown: readonly Given[]): Array<Given | undefined> {
	const free = [...shown];
	const found = new Map<Entered, Given | undefined>();
	for (const values of sortBy(rows, (row) => -setIn(same, row).length)) {
		const at = free.findIndex(equalTo(same, values));
		if (at >= 0) found.set(values, free.splice(at, 1).at(0));
	}
	return rows.map((values) => found.get(values));
}

/** The same for an answer that shows what was made: where the store writes a value in another way, the order tells which is which. */
function answered(same: Same, rows: readonly Entered[], shown: readonly Given[]): Array<Given | undefined> {
	const found = matched(same, rows, shown);
	const rest = shown.filter((row) => !found.includes(row));
	const isWhole = rest.length === found.filter((row) => row === undefined).length;
	return isWhole ? found.map((row) => row ?? rest.shift()) : found;
}

/**
 * Creates several in one call. Those that stand already are left for a call of their own, which says so, and with them what is behind the first unless the node goes on. Of a refused call it is not said whether the rows before the bad one were made
 * (BigCommerce reference 14.17), and of one that was not answered nothing is known: what is there now and was not before was made by it. Nothing is sent again in doubt.
 *
 * @param run the first of the items
 * @param rows that may share a call (`sharing`)
 * @param before what stood before and may equal one of them, where it was read already
 * @returns for each row what it became; undefined when none was sent
 * @throws NodeApiError for a refusal that is about none of them
 */
export async function createSeveral(
	run: ItemRun,
	client: StoreClient,
	record: Joint,
	rows: readonly Entered[],
	before?: readonly Given[],
): Promise<Became[] | undefined> {
	const { same, together, sent, idField, words, isSilent } = record;
	const { filter, field } = together.among ?? { filter: '', field: '' };
	const query = filter
		? severalOf(
				filter,
				rows.map(({ [field]: value }) => value),
			)
		: {};
	const listed = await collectionOf(run, client, record);
	const standing = before ?? (await listed.find(query));
	const isThere = (values: Entered) => standing.some(equalTo(same, values));
	const wrong = run.functions.continueOnFail() ? -1 : rows.findIndex(isThere);
	const fresh = (wrong < 0 ? rows : rows.slice(0, wrong)).filter((values) => !isThere(values));
	if (fresh.length < 2) return undefined;
	const isNew = (row: Given) =>
		!standing.some((other) => isNamed(other, idField ?? 'id', idIn(row, idField)));
	const sentAt = Date.now();
	const look = async () => matched(same, fresh, (await listed.find(query)).filter(isNew));
	const lookForAll = async () => {
		const found = await look();
		return found.includes(undefined) ? undefined : found;
	};
	const bodies = fresh.map((values) => ({ ...(sent?.(values) ?? values) }));
	/** It may be made without being shown yet. */
	const afterRefusal =
		(values: Entered): Alone<StoreClient> =>
		async (own, ownClient) =>
			await orFound(
				own.functions,
				async () => await create(own, ownClient, record, values, standing),
				async () =>
					(await listed.find(query)).find(
						(row) => isNew(row) && !stoodBefore(row, sentAt) && equalTo(same, values)(row),
					),
			);
	const { last, shown, request, write } = await listed.tryCreate(bodies);
	const { status } = last;
	const became = async (): Promise<Became[]> => {
		if (isDone(last) && (shown.length || !isSilent)) return answered(same, fresh, shown);
		if (isDone(last)) {
			// They are created, and are shown as soon as the store shows them.
			const found = (await lookFor(run.functions, lookForAll, { atOnce: true })) ?? (await look());
			return found.map((row, at) => row ?? { ...fresh[at] });
		}
		if (status === PARTLY) return matched(same, fresh, shown);
		if (isDoubtful(last)) {
			const found = await lookFor(run.functions, lookForAll);
			if (found) {
				write?.settle(true);
				return found;
			}
			const next = `Look whether the ${words} are there before you run this again.`;
			const error = client.refusal(last, request, next);
			return (await look()).map((row) => row ?? error);
		}
		if (isAboutRows(last)) {
			return (await look()).map((row, at) => row ?? afterRefusal(fresh[at]));
		}
		throw client.refusal(last, request);
	};
	const results = await became();
	return rows.map((values) => results[fresh.indexOf(values)]);
}
