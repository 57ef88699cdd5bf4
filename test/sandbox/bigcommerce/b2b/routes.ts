import type { FastifyInstance, FastifyRequest } from 'fastify';
import omit from 'lodash/omit';

import type { CollectionBook } from '../collection/book';
import { checkParameters, filterNames, filterRecords, sortRecords } from '../collection/parameters';
import type { StoredRecord, Values } from '../collection/record';
import { show } from '../collection/show';
import { ApiError } from '../errors';
import { idOf, queryOf } from '../request';
import type { Query } from '../request';
import type { ReadSwitches, Switches } from '../switches';
import { bare, good, pageOf, said } from './envelope';
import { extraAskedOf } from './table';
import type { B2bTable } from './table';

/** Parameters of every list that are no filters. */
const PAGING = ['limit', 'offset'];
const SORTING = ['sortBy', 'orderBy'];

/** Names of the parameters of a list, beside its filters. */
export const plainParameters = (table: B2bTable): string[] => [
	...PAGING,
	...(table.sort === undefined ? [] : SORTING),
	...(table.extra === undefined ? [] : [extraAskedOf(table)[0]]),
];

/** @throws ApiError 422 for a parameter that nobody describes (unstated), 501 for one that is left out */
function checkFilters(table: B2bTable, filters: Query, switches: Switches): void {
	const known = new Set([...filterNames(table), ...Object.keys(table.leftOut?.parameters ?? {})]);
	const unknown = Object.keys(filters).find((name) => !known.has(name));
	if (unknown !== undefined && switches.unknownFilters === 'refused') {
		throw new ApiError(422, 'Parameter Error', { [unknown]: 'This parameter is not known.' });
	}
	checkParameters({ ...table, sort: undefined }, filters, switches);
}

/** The newest first, unless something else is said (BigCommerce reference 13.2). */
function inOrder(table: B2bTable, records: StoredRecord[], query: Query, book: CollectionBook) {
	const { sortBy, orderBy } = query;
	if (sortBy === undefined && orderBy === undefined) return [...records].reverse();
	const direction = (orderBy ?? 'desc').toLowerCase();
	const sort = sortBy ?? table.sort?.by[0] ?? 'id';
	return sortRecords(table, records, { sort, direction }, book);
}

/** Every call that a table offers, in the dialect of B2B Edition. */
export function registerB2bTable(
	app: FastifyInstance,
	table: B2bTable,
	book: CollectionBook,
	switches: ReadSwitches,
): void {
	const { calls, path, extra, made, listed = (values) => values, alone = (values) => values } = table;
	const [extraName, extraValue] = extraAskedOf(table);
	const byId = `${path}/:id`;
	const answer = table.isSaid === true || table.isBare === true ? said : good;
	const read = table.isBare === true ? bare : good;
	const whole = (record: StoredRecord) => show(table, record, book);
	const { changed = (record) => alone(whole(record)), create = (to, body) => to.createOne(table, body)[0] } =
		table;

	const row = (record: StoredRecord, query: Query): Values => {
		const shown = listed(whole(record));
		return extra !== undefined && query[extraName] !== extraValue ? omit(shown, extra) : shown;
	};
	const found = (request: FastifyRequest) => book.get(table, idOf(request, 'id'));

	app.get(path, async (request) => {
		const query = queryOf(request);
		const filters = omit(query, plainParameters(table));
		checkFilters(table, filters, switches());
		const records = filterRecords(table, book.records(table.name), filters, book);
		const { rows, pagination } = pageOf(inOrder(table, records, query, book), query);
		const list = rows.map((record) => row(record, query));
		return table.isSaid ? said({ list, pagination }) : good(list, { pagination });
	});
	if (calls.get === true) app.get(byId, async (request) => read(alone(whole(found(request)))));
	if (calls.create === 'one') app.post(path, async ({ body }) => answer(made(create(book, body))));
	if (calls.update?.includes('one') === true) {
		app.put(byId, async (request) => {
			const { id } = found(request);
			const [record] = book.updateOne(table, id, request.body);
			return answer(changed(record));
		});
	}
	if (calls.remove?.one !== undefined) {
		app.delete(byId, async (request) => {
			const record = found(request);
			table.checkRemoval?.(book, record);
			book.remove(table, [record]);
			return answer(table.removedAs?.(record) ?? {});
		});
	}
}

/** The body as an object. @throws ApiError 422 */
export function objectIn(body: unknown): Values {
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
	throw new ApiError(422, 'Parameter Error');
}
