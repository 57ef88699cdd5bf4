import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import omit from 'lodash/omit';
import union from 'lodash/union';

import { accountOf } from '../access';
import { ApiError, notFound } from '../errors';
import { afterPut } from '../putAnswer';
import { idOf, queryOf } from '../request';
import type { Query } from '../request';
import type { ReadSwitches, Switches } from '../switches';
import { sendPage } from '../v2Paging';
import { pageByCursor, pageByNumber } from '../v3Paging';
import type { CollectionBook } from './book';
import type { Operator } from './operators';
import { checkParameters, filterNames, filterRecords, includesOf, sortRecords } from './parameters';
import type { StoredRecord, Values } from './record';
import { show } from './show';
import type { CollectionTable } from './table';

/** The query with a limit that the resource allows next to what is included (BigCommerce reference 2.2). */
const limited = ({ pageSize }: CollectionTable, query: Query, includes: ReadonlySet<string>): Query => {
	const most = pageSize?.(includes) ?? Infinity;
	const limit = query.limit === undefined ? most : Number(query.limit);
	return most !== Infinity && limit >= most ? { ...query, limit: String(most) } : query;
};

const pageOf = (table: CollectionTable, records: StoredRecord[], query: Query) => {
	const page = table.paging === 'cursor' ? pageByCursor(records, query) : pageByNumber(records, query);
	const { meta } = page;
	return {
		...page,
		meta: {
			...meta,
			...(table.plainPages && 'pagination' in meta && plain(meta)),
			...(table.plainCursors && 'cursor_pagination' in meta && withoutItself(meta)),
		},
	};
};

const withoutItself = <Meta extends { cursor_pagination: { links: object } }>(meta: Meta) => ({
	cursor_pagination: { ...meta.cursor_pagination, links: omit(meta.cursor_pagination.links, 'current') },
});

const plain = <Meta extends { pagination: object }>(meta: Meta) => ({
	...meta,
	pagination: omit(meta.pagination, 'links'),
});

const BY_ID: readonly Operator[] = ['in'];

const idFilters = ({ filters = {} }: CollectionTable): readonly Operator[] =>
	typeof filters.id === 'function' ? [] : (filters.id ?? []);

function removeMany(
	table: CollectionTable,
	book: CollectionBook,
	query: Query,
	switches: Switches,
	parentId?: number,
): void {
	const many = table.calls.remove?.many;
	if (many === undefined) throw notFound();
	// Records are picked by their ids also where their list has no such filter.
	const picked = { ...table, filters: { ...table.filters, id: union(BY_ID, idFilters(table)) } };
	checkParameters(picked, query, switches);
	const named = Object.keys(query).filter((name) => filterNames(picked).includes(name));
	const wrong = named.find((name) => !many.by.includes(name));
	if (wrong !== undefined) throw new ApiError(422, `The filter(s): ${wrong} cannot be used here.`, {});
	if (named.length === 0) {
		if (many.unfiltered === 'nothing') return;
		if (many.unfiltered === 'refused') throw new ApiError(422, 'A filter is required to delete records.', {});
	}
	const records = filterRecords(picked, book.records(table.name, parentId), query, book);
	if (records.length > (many.most ?? Infinity)) {
		throw new ApiError(422, `At most ${many.most} records can be deleted at a time.`, {});
	}
	removeAll(table, book, records);
}

/** Removes those that nothing holds, and then refuses the others. @throws ApiError 422 */
function removeAll(table: CollectionTable, book: CollectionBook, records: readonly StoredRecord[]): void {
	const reasons = records.map((record) => table.heldBy?.(record, book));
	book.remove(
		table,
		records.filter((_record, at) => reasons[at] === undefined),
	);
	const faults = records.flatMap(({ id }, at) =>
		reasons[at] === undefined ? [] : [[`${at}.code`, `Failed for id=${id}. Error: ${reasons[at]}`]],
	);
	if (faults.length) {
		throw new ApiError(422, 'Errors occurred in bulk delete action.', Object.fromEntries(faults));
	}
}

/** Every call that a table offers, in the dialect of its version. */
export function registerCollection(
	app: FastifyInstance,
	table: CollectionTable,
	book: CollectionBook,
	switches: ReadSwitches,
): void {
	const { calls, parent, path } = table;
	const byId = `${path}/:id`;
	const isNested = path.includes(':parentId');

	/** Checks access and the parent in the path. @throws ApiError 403, 404 */
	const enter = (request: FastifyRequest) => {
		accountOf(request, table.scope, table.plainForbidden);
		if (!isNested || parent === undefined) return undefined;
		const parentId = idOf(request, 'parentId');
		if (!book.exists(parent.collection, parentId)) throw notFound();
		return parentId;
	};

	const shown = (records: StoredRecord[], query: Query) => {
		const includes = includesOf(table, query);
		return records.map((record) => show(table, record, book, includes, query));
	};

	const one = (data: Values) => (table.version === 'v2' ? data : { data, meta: {} });

	const sendOne = (record: StoredRecord, request: FastifyRequest) =>
		one(shown([record], queryOf(request))[0]);

	const found = (request: FastifyRequest) => {
		const query = queryOf(request);
		const parentId = enter(request);
		checkParameters(table, query, switches());
		return filterRecords(table, book.records(table.name, parentId), query, book);
	};

	const sendList = async (request: FastifyRequest, reply: FastifyReply) => {
		const query = queryOf(request);
		const records = sortRecords(table, found(request), query, book);
		if (table.version === 'v2') {
			await sendPage(reply, records, query, (record) => show(table, record, book), switches());
			return;
		}
		if (table.emptyList !== undefined && records.length === 0) {
			await reply.code(table.emptyList).send();
			return;
		}
		const includes = includesOf(table, query);
		const { data, meta } = pageOf(table, records, limited(table, query, includes));
		await reply.send({ data: shown(data, query), meta });
	};

	const sendMany = (records: StoredRecord[], request: FastifyRequest) => ({
		data: shown(records, queryOf(request)),
		meta: {},
	});

	app.get(path, sendList);
	if (calls.count === true) {
		app.get(`${path}/count`, async (request) => ({ count: found(request).length }));
	}
	if (calls.get === true) {
		app.get(byId, async (request) => sendOne(book.get(table, idOf(request, 'id'), enter(request)), request));
	}
	if (calls.create === 'one') {
		app.post(path, async (request, reply) => {
			const [record] = book.createOne(table, request.body, enter(request));
			reply.code(table.createdStatus ?? 200);
			return sendOne(record, request);
		});
	}
	if (calls.create === 'many') {
		app.post(path, async (request) => {
			enter(request);
			return sendMany(book.createMany(table, request.body), request);
		});
	}
	if (calls.update?.includes('one') === true) {
		app.put(byId, async (request) => {
			const parentId = enter(request);
			const [record] = book.updateOne(table, idOf(request, 'id'), request.body, parentId);
			const [whole] = shown([record], queryOf(request));
			return one(afterPut(switches(), whole, request.body));
		});
	}
	if (calls.update?.includes('many') === true) {
		app.put(path, async (request) => {
			enter(request);
			const records = book.updateMany(table, request.body);
			const bodies: unknown[] = Array.isArray(request.body) ? request.body : [];
			const data = shown(records, queryOf(request)).map((whole, at) =>
				afterPut(switches(), whole, bodies[at]),
			);
			return { data, meta: {} };
		});
	}
	const missing = calls.remove?.one;
	if (missing !== undefined) {
		app.delete(byId, async (request, reply) => {
			const parentId = enter(request);
			const id = idOf(request, 'id');
			if (missing === 404 || book.exists(table.name, id)) {
				removeAll(table, book, [book.get(table, id, parentId)]);
			}
			await reply.code(204).send();
		});
	}
	if (calls.remove?.many !== undefined) {
		app.delete(path, async (request, reply) => {
			const parentId = enter(request);
			removeMany(table, book, queryOf(request), switches(), parentId);
			await reply.code(204).send();
		});
	}
}
