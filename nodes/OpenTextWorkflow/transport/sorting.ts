import { NodeApiError } from 'n8n-workflow';
import type { Given } from '../../shared/record/given';
import { INFERRED } from './inferred';
import { parseTime } from './replies';
import type { ListRequest, WorkflowClient } from './WorkflowClient';

/**
 * Reads a list of the history in an order. Its sort names are inferred: when one is refused, the list comes unsorted (reference 7.4.5).
 *
 * @param by name to sort by
 * @param read reads the list with what is added to its query
 */
export async function sortedIfKnown<Rows>(
	by: string,
	direction: string,
	read: (extra: Record<string, string>) => Promise<Rows>,
): Promise<Rows> {
	const { sort, order } = INFERRED.historyPaging;
	return await read({ [sort]: by, [order]: direction }).catch(async (error: unknown) => {
		if (error instanceof NodeApiError && error.httpCode === INFERRED.unknownSortStatus) return await read({});
		return await Promise.reject(error);
	});
}

/** What a row of the history calls what it is sorted by, where that is another name (reference 5.10). */
const FIELDS: Readonly<Record<string, string>> = { duration: 'durationInMillis' };

const comparable = (value: unknown): number | string | undefined => {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string') return undefined;
	const time = parseTime(value);
	return Number.isNaN(time) ? value : time;
};

/** Rows in an order that the service does not give; those without a value come last. */
function sortedHere(rows: readonly Given[], by: string, direction: string): Given[] {
	const keyed = rows.map((row) => ({ row, key: comparable(Reflect.get(row, FIELDS[by] ?? by)) }));
	const sign = direction === 'desc' ? -1 : 1;
	keyed.sort(({ key: one }, { key: other }) => {
		if (one === undefined || other === undefined)
			return Number(one === undefined) - Number(other === undefined);
		return one === other ? 0 : sign * (one < other ? -1 : 1);
	});
	return keyed.map(({ row }) => row);
}

/** By what a list is read, and which way. */
export interface Sort {
	by: string;
	direction: string;
}

/**
 * The first rows of a list in an order. Where the history refuses a sort name, all of it is read and sorted here: the first of an unsorted list are just any (reference 7.4.5).
 *
 * @param limit how many rows at most
 * @param sort left out: in the order of the service
 */
export async function sortedList(
	client: WorkflowClient,
	list: ListRequest,
	limit: number,
	sort?: Sort,
): Promise<Given[]> {
	const read = async (more: Readonly<Record<string, string>>, most: number) =>
		await client.list({ ...list, query: { ...list.query, ...more } }, most);
	if (!sort) return await read({}, limit);
	const { by, direction } = sort;
	if (list.base === 'runtime') return await read({ sort: by, order: direction }, limit);
	return await sortedIfKnown(by, direction, async (extra) =>
		Object.keys(extra).length
			? await read(extra, limit)
			: sortedHere(await read({}, Number.POSITIVE_INFINITY), by, direction).slice(0, limit),
	);
}
