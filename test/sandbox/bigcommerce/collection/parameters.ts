import { ApiError } from '../errors';
import type { Query } from '../request';
import type { Switches } from '../switches';
import { comparable, filter } from './operators';
import type { Operator, Test } from './operators';
import type { StoredRecord, Surroundings } from './record';
import type { CollectionTable } from './table';
import { valueOf } from './show';

const PAGING = { none: [], number: ['page', 'limit'], cursor: ['page', 'limit', 'before', 'after'] };

const parameterName = (field: string, operator: Operator) =>
	operator === 'equals' ? field : `${field}:${operator}`;

/** Filters of a list by the whole name of their parameter. */
function filtersOf(table: CollectionTable, around: Surroundings): Map<string, (text: string) => Test> {
	const found = new Map<string, (text: string) => Test>();
	for (const [name, given] of Object.entries(table.filters ?? {})) {
		if (typeof given === 'function') {
			found.set(name, (text) => given(text, around));
			continue;
		}
		const { kind } = name === 'id' ? { kind: 'number' as const } : table.fields[name];
		const of = (record: StoredRecord) => valueOf(table, record, name, around);
		for (const operator of given) {
			const parameter = parameterName(name, operator);
			found.set(parameter, (text) => filter(kind, operator, parameter, text, of));
		}
	}
	return found;
}

/** Names of the filters that a table offers. */
export const filterNames = ({ filters = {} }: CollectionTable): string[] =>
	Object.entries(filters).flatMap(([name, given]) =>
		typeof given === 'function' ? [name] : given.map((operator) => parameterName(name, operator)),
	);

/** Names of all query parameters of a table's list. */
export const parameterNames = (table: CollectionTable): string[] => [
	...filterNames(table),
	...PAGING[table.paging],
	...(table.includes === undefined ? [] : ['include']),
	...(table.selects === true ? ['include_fields', 'exclude_fields'] : []),
	...(table.sort === undefined ? [] : ['sort', ...(table.sort.style === 'direction' ? ['direction'] : [])]),
];

/** What the description has and the sandbox has not: said in the open, never passed over. */
export const leftOut = (what: string, reason: string) =>
	new ApiError(501, `The sandbox leaves out ${what}: ${reason}`);

/**
 * Refuses parameters that a list does not have.
 * @throws ApiError 422, in V2 400, for one that nobody describes (BigCommerce reference 2.6, 6.1), 501 for one that is left out
 */
export function checkParameters(table: CollectionTable, query: Query, { unknownFilters }: Switches): void {
	const known = new Set(parameterNames(table));
	for (const name of Object.keys(query)) {
		const reason = table.leftOut?.parameters?.[name];
		if (reason !== undefined) throw leftOut(`the parameter '${name}'`, reason);
		if (!known.has(name) && unknownFilters === 'refused') {
			throw new ApiError(
				table.version === 'v2' ? 400 : 422,
				`The filter(s): ${name} are not valid filter parameter(s).`,
				{},
			);
		}
	}
}

/** Records that pass the filters of a query. @throws ApiError 422 for a value that cannot be read */
export function filterRecords(
	table: CollectionTable,
	records: StoredRecord[],
	query: Query,
	around: Surroundings,
): StoredRecord[] {
	const filters = filtersOf(table, around);
	const tests = Object.entries(query).flatMap(([name, text]) => filters.get(name)?.(text) ?? []);
	return records.filter((record) => tests.every((test) => test(record)));
}

/** Records in the order that a query asks for, by id without one. @throws ApiError 422 for a field that cannot be sorted by */
export function sortRecords(
	table: CollectionTable,
	records: StoredRecord[],
	query: Query,
	around: Surroundings,
): StoredRecord[] {
	const { sort } = table;
	if (sort === undefined || (query.sort === undefined && query.direction === undefined)) return records;
	const start = sort.by.includes('id') || sort.style === 'suffix' ? 'id' : sort.by[0];
	const [name, suffix] = (query.sort ?? start).split(':');
	const direction = sort.style === 'suffix' ? (suffix ?? 'asc') : (query.direction ?? 'asc');
	const known = sort.by.includes(name) && (sort.style === 'suffix' || suffix === undefined);
	if (!known || !/^(asc|desc)$/.test(direction)) {
		throw new ApiError(422, 'The sort is not valid.', { sort: `'${query.sort ?? direction}' is not valid` });
	}
	const kind = name === 'id' ? 'number' : table.fields[name].kind;
	const key = (record: StoredRecord) => comparable(kind, valueOf(table, record, name, around)) ?? '';
	const sign = direction === 'desc' ? -1 : 1;
	const equal = around.switches().equalRows === 'ascending' ? 1 : -1;
	return [...records].sort((left, right) => {
		const [a, b] = [key(left), key(right)];
		if (a === b) return (left.id - right.id) * equal;
		return a < b ? -sign : sign;
	});
}

/** Words of `include`. @throws ApiError 422 for an unknown one, 501 for one that is left out */
export function includesOf(table: CollectionTable, query: Query): Set<string> {
	const words = (query.include ?? '').split(',').filter((word) => word !== '');
	for (const word of words) {
		const reason = table.leftOut?.includes?.[word];
		if (reason !== undefined) throw leftOut(`include=${word}`, reason);
		if (!(table.includes ?? []).includes(word)) {
			throw new ApiError(422, 'The include is not valid.', { include: `'${word}' is not valid` });
		}
	}
	return new Set(words);
}
