import { badRequest } from '../errors';

import { readFlag, readInteger, type Filters } from './filters';

export type Query = Record<string, string>;

/** A value to sort by; null counts as empty. */
export type Sorts<R> = Record<string, (record: R) => string | number | null>;

export interface Selection<R> {
	items: R[];
	total: number;
	offset: number;
	count: number;
}

/** Reference 3.3. */
export const DEFAULT_COUNT = 10;

/** A query string's values as text; of a repeated parameter the last one counts. */
export function readQuery(query: unknown): Query {
	if (typeof query !== 'object' || query === null) return {};
	return Object.fromEntries(
		Object.entries(query).map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : value)]),
	);
}

export const wants = (query: Query, name: string) => name in query && readFlag(query[name], name);

function compareValues(a: string | number, b: string | number): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

function sorted<R>(records: R[], query: Query, sorts: Sorts<R>): R[] {
	const { sort, order = 'asc' } = query;
	if (order !== 'asc' && order !== 'desc')
		throw badRequest(`Value for param 'order' is not valid: '${order}'.`);
	if (sort === undefined) return order === 'asc' ? records : records.toReversed();
	if (!Object.hasOwn(sorts, sort)) throw badRequest(`Value for param 'sort' is not valid: '${sort}'.`);
	const key = sorts[sort];
	const direction = order === 'asc' ? 1 : -1;
	const emptyFirst = wants(query, 'sortEmptyValuesOnTop');
	return records.toSorted((a, b) => {
		const [left, right] = [key(a), key(b)];
		if (left === null || right === null) {
			return left === right ? 0 : (left === null) === emptyFirst ? -1 : 1;
		}
		return direction * compareValues(left, right);
	});
}

function readPositive(query: Query, name: string, otherwise: number): number {
	const value = name in query ? readInteger(query[name], name) : otherwise;
	if (value < 0) throw badRequest(`The value '${value}' of '${name}' is negative.`);
	return value;
}

/** The records that pass every filter of the query. Parameters that the table does not know are ignored. */
export function matching<R>(records: readonly R[], query: Query, filters: Filters<R>): R[] {
	const tests = Object.entries(query)
		.filter(([name]) => Object.hasOwn(filters, name))
		.map(([name, value]) => filters[name](value, name));
	return records.filter((record) => tests.every((test) => test(record)));
}

/**
 * One page of the records that match, sorted (reference 3.3).
 * @param records in the order in which they are listed without `sort`
 * @throws ServiceError 400 for a value that cannot be read
 */
export function select<R>(
	records: readonly R[],
	query: Query,
	filters: Filters<R>,
	sorts: Sorts<R>,
): Selection<R> {
	const found = sorted(matching(records, query, filters), query, sorts);
	const offset = readPositive(query, 'offset', 0);
	const count = readPositive(query, 'count', DEFAULT_COUNT);
	return { items: found.slice(offset, offset + count), total: found.length, offset, count };
}

/** The same without paging and sorting: always the first items (reference 9.3, history paging ignored). */
export function selectUnpaged<R>(records: readonly R[], query: Query, filters: Filters<R>): Selection<R> {
	const found = matching(records, query, filters);
	return { items: found.slice(0, DEFAULT_COUNT), total: found.length, offset: 0, count: DEFAULT_COUNT };
}
