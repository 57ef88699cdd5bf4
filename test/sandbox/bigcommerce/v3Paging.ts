import { ApiError } from './errors';
import { pageOf } from './request';
import type { Query } from './request';

const linkTo = (query: Query, changes: Record<string, string>): string =>
	`?${new URLSearchParams({ ...query, ...changes }).toString()}`;

/** `meta.pagination` of one page; its links hold query strings only (BigCommerce reference 2.1). */
const paginationOf = (query: Query, page: number, limit: number, total: number, count: number) => {
	const totalPages = Math.ceil(total / limit);
	const link = (to: number) => linkTo(query, { page: String(to), limit: String(limit) });
	return {
		total,
		count,
		per_page: limit,
		current_page: page,
		total_pages: totalPages,
		links: {
			...(page > 1 ? { previous: link(page - 1) } : {}),
			current: link(page),
			...(page < totalPages ? { next: link(page + 1) } : {}),
		},
	};
};

/** One page by number, with its meta. */
export function pageByNumber<T>(items: readonly T[], query: Query) {
	const { page, limit } = pageOf(query);
	const data = items.slice((page - 1) * limit, page * limit);
	return { data, meta: { pagination: paginationOf(query, page, limit, items.length, data.length) } };
}

const encodeCursor = (id: number) => Buffer.from(`id:${id}`, 'utf8').toString('base64url');

const decodeCursor = (cursor: string): number => {
	const id = /^id:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
	if (id === undefined) throw new ApiError(400, 'Input is invalid', undefined, 'The cursor is not valid');
	return Number(id);
};

const without = (query: Query, ...names: string[]): Query =>
	Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));

function cursorMeta<T extends { id: number }>(
	all: readonly T[],
	data: readonly T[],
	query: Query,
	limit: number,
) {
	const rest = without(query, 'page', 'before', 'after');
	const link = (name: 'before' | 'after', item: T) =>
		linkTo(rest, { [name]: encodeCursor(item.id), limit: String(limit) });
	const [first] = data;
	const last = data.at(-1);
	return {
		count: data.length,
		per_page: limit,
		start_cursor: first === undefined ? '' : encodeCursor(first.id),
		end_cursor: last === undefined ? '' : encodeCursor(last.id),
		links: {
			...(first !== undefined && all[0] !== first ? { previous: link('before', first) } : {}),
			current: linkTo(query, { limit: String(limit) }),
			...(last !== undefined && all.at(-1) !== last ? { next: link('after', last) } : {}),
		},
	};
}

/** Items on one side of a cursor, in whatever order the list has; by their ids where the cursor's item is gone. */
function itemsBeyond<T extends { id: number }>(
	items: readonly T[],
	at: number,
	earlier: boolean,
	descending: boolean,
): readonly T[] {
	const position = items.findIndex(({ id }) => id === at);
	if (position >= 0) return earlier ? items.slice(0, position) : items.slice(position + 1);
	return items.filter(({ id }) => (earlier !== descending ? id < at : id > at));
}

/**
 * One page by number or by cursor. The first numbered page carries both metas, later ones only `pagination`, a page by
 * cursor only `cursor_pagination`; `page` is ignored next to a cursor (BigCommerce reference 2.2).
 * @throws ApiError 422 when `before` and `after` are both given
 */
export function pageByCursor<T extends { id: number }>(items: readonly T[], query: Query) {
	const { page, limit } = pageOf(query);
	const { before, after } = query;
	if (before !== undefined && after !== undefined) {
		throw new ApiError(422, 'before and after cannot be used together', { before: 'excludes after' });
	}
	if (before === undefined && after === undefined) {
		const { data, meta } = pageByNumber(items, query);
		return page > 1
			? { data, meta }
			: { data, meta: { ...meta, cursor_pagination: cursorMeta(items, data, query, limit) } };
	}
	const at = decodeCursor(after ?? before ?? '');
	const earlier = after === undefined;
	const beyond = itemsBeyond(items, at, earlier, query.direction === 'desc');
	const data = earlier ? beyond.slice(-limit) : beyond.slice(0, limit);
	return { data, meta: { cursor_pagination: cursorMeta(items, data, query, limit) } };
}
