import type { FastifyRequest } from 'fastify';

import { Refusal } from './errors';
import type { Service } from './service';

export type Query = Record<string, unknown>;

const isRecord = (value: unknown): value is Query => typeof value === 'object' && value !== null;

export const queryOf = ({ query }: FastifyRequest): Query => (isRecord(query) ? query : {});

/** What a filter compares with, by its name in the query. */
export type Filters<T> = Record<string, (item: T) => unknown>;

const asText = (value: unknown) => (value === null || value === undefined ? '' : String(value));

const equal = (value: unknown, wanted: unknown) =>
	typeof value === 'boolean'
		? String(value) === asText(wanted).toLowerCase()
		: asText(value) === asText(wanted);

/** Items that match every filter of the query exactly; unknown filters are ignored (Core Signature reference 4.1). */
export function matching<T>({ state }: Service, items: T[], query: Query, filters: Filters<T>): T[] {
	if (!state.data.switches.listFiltersHonoured) return items;
	const wanted = Object.entries(filters).filter(([name]) => name in query && query[name] !== '');
	return items.filter((item) => wanted.every(([name, read]) => equal(read(item), query[name])));
}

/** Default size of a page (reference 3.2, 8.1). */
const PAGE_SIZE = 10;

const positive = (value: unknown): number | undefined => {
	const number = Number(value);
	return Number.isInteger(number) && number > 0 ? number : undefined;
};

/**
 * The envelope of every list (reference 3.2).
 * @param items in the order of the list
 * @throws Refusal 404 for a page beyond the end
 */
export function paged<T>(
	{ links, state }: Service,
	request: FastifyRequest,
	path: string,
	items: T[],
	show: (item: T) => unknown,
) {
	const query = queryOf(request);
	const limit = Math.min(positive(query.limit) ?? PAGE_SIZE, state.data.switches.maxPageSize);
	const page = query.page === undefined ? 1 : positive(query.page);
	const last = Math.max(Math.ceil(items.length / limit), 1);
	if (page === undefined || page > last) throw new Refusal(404, { detail: 'Invalid page.' });
	const addressOf = (number: number) => {
		const rest = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
		const search = new URLSearchParams(rest);
		search.set('page', String(number));
		return `${links.api(path)}?${search.toString()}`;
	};
	return {
		count: items.length,
		next: page < last ? addressOf(page + 1) : null,
		previous: page > 1 ? addressOf(page - 1) : null,
		results: items.slice((page - 1) * limit, page * limit).map(show),
	};
}
