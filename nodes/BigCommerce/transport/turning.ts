import get from 'lodash/get';
import type { Given } from '../../shared/record/given';
import type { Query } from '../../shared/serviceRequest';

/** What says how rows are shown, and not which. */
const SHOWING: readonly string[] = [
	'include',
	'include_fields',
	'exclude_fields',
	'consignment_structure',
	'limit',
];

/** What says where a page begins: whoever asks for it turns the pages himself. */
const TURNING = ['sort', 'direction', 'page', 'after', 'before'];

/**
 * Lists that can be asked for what comes behind an id (BigCommerce reference 3.2; descriptions of V2 orders, `min_id`, and of the catalog, `id:greater`).
 */
const BEHIND: ReadonlyArray<{ path: RegExp; behind(id: number): Query }> = [
	{ path: /^\/v2\/orders$/, behind: (id) => ({ min_id: id + 1, sort: 'id:asc' }) },
	{
		path: /^\/v3\/catalog\/(products|brands)$/,
		behind: (id) => ({ 'id:greater': id, sort: 'id', direction: 'asc' }),
	},
];

/**
 * Whether rows may leave a list while it is read, those behind them moving up: it is narrowed down to what can change, and comes in the order of the store. By page number some
 * would be left out then (BigCommerce reference 2.2: no snapshot is promised).
 */
export function mayShrink(query: Query = {}): boolean {
	const given = Object.keys(query).filter((name) => query[name] !== undefined);
	return !given.some((name) => TURNING.includes(name)) && given.some((name) => !SHOWING.includes(name));
}

/** The number in a row by which it names itself. */
const idIn = (row: Given | undefined, idField: string): number => Number(get(row, idField) ?? Number.NaN);

/** Whether a page begins with rows that the pages before it had: the list was not asked for what comes behind an id, or does not heed it. */
export const isBackAgain = (rows: readonly Given[], last: number, idField = 'id'): boolean =>
	rows.length > 0 && !(idIn(rows[0], idField) > last);

/**
 * What asks for the rows behind a page, by the id of its last one.
 *
 * @returns that id and the query; undefined where the list has no such filter, or the page does not come in the order of ids
 */
export function behindPage(
	path: string,
	rows: readonly Given[],
	idField = 'id',
): { last: number; query: Query } | undefined {
	const list = BEHIND.find((one) => one.path.test(path));
	const ids = rows.map((row) => idIn(row, idField));
	const isOrdered = ids.length > 0 && ids.every((id, at) => at === 0 || id > ids[at - 1]) && ids[0] > 0;
	const last = ids[ids.length - 1];
	return list && isOrdered ? { last, query: list.behind(last) } : undefined;
}
