import uniqBy from 'lodash/uniqBy';
import type { Gives } from '../../shared/answer';
import { operationError } from '../../shared/errorText';
import { fingerprint } from '../../shared/fingerprint';
import { isRecord } from '../../shared/isRecord';
import { collect, pages, sideBySide, type Page } from '../../shared/paging';
import { tellMoved, tellProgress, type Progress } from '../../shared/progress';
import type { Given } from '../../shared/record/given';
import type { Query } from '../../shared/serviceRequest';
import { anyPage, pageOf } from './dialect';
import { INFERRED } from './inferred';
import { afterPage, firstPage, type Place } from './pagination';
import type { StoreClient, StoreTarget } from './StoreClient';
import { behindPage, isBackAgain, mayShrink } from './turning';

/** A request for a list. */
export interface ListRequest extends StoreTarget {
	/** What a page looks like, where the path does not tell it; left out: every row has its id, and of metafields also namespace and key. */
	gives?: Gives;
	/** By what a row names itself, where that is not `id`; with a dot inside another. */
	idField?: string;
	/** Nothing is known of its rows, but that they are records. */
	hasAnyRows?: true;
	/** The list comes whole, and takes neither page nor limit. */
	isUnpaged?: true;
}

/** BigCommerce reference 2.2: the largest page that every list allows. */
export const PAGE_SIZE = 250;

/** A page with the place of the one behind it. */
type PageAt = Page<Given> & { next: Place };

/**
 * One page of a list, V2 or V3 by its path. V2 has no totals and answers an empty page with 204; V3 tells its number of rows and pages (reference 2.2).
 *
 * @param place where the walk stands
 */
export async function pageAt(client: StoreClient, request: ListRequest, place: Place): Promise<PageAt> {
	const { path, idField, isUnpaged, hasAnyRows } = request;
	const query = { ...request.query, ...(isUnpaged ? {} : turnedTo(place)) };
	const at = isUnpaged ? firstPage(Number.POSITIVE_INFINITY) : place;
	const gives = request.gives ?? (hasAnyRows ? anyPage(path, at) : pageOf(path, at, idField));
	const { body } = await client.request({ ...request, method: 'GET', query, gives });
	const data = path.startsWith('/v2/') || !isRecord(body) ? body : body.data;
	const rows: unknown[] = Array.isArray(data) ? data : [];
	// How full a page is counts with the rows that say nothing: one of them must not look like the end of the list.
	const after = afterPage(isRecord(body) ? body : { data }, at);
	tellProgress(client.functions, request.subject.name, readUntil(at, after.next));
	// More rows than were asked for: the list takes neither page nor limit, and would come again and again.
	const isOver = isUnpaged || (hasAnyRows && rows.length > at.size);
	const page = { rows: rows.filter(isRecord), ...after, more: after.more && !isOver };
	const { past } = place;
	const isStuck = place.after !== undefined && page.next.after === place.after;
	if (isStuck || (past && isBackAgain(page.rows, past.last, idField))) {
		throw cameAgain(client, request.subject.name);
	}
	return hasAnyRows ? turned(client, request, place, page) : page;
}

/** How far a walk is after a page, with what it read before the list was asked for the rows behind an id. */
function readUntil({ number, past }: Place, { seen, total }: Place): Progress {
	const { pages: before, rows } = past ?? { pages: 0, rows: 0 };
	return { pages: before + number, seen: rows + seen, total: total === undefined ? undefined : rows + total };
}

/** What asks for the page that is read next. */
const turnedTo = ({ number, size, after }: Place): Query =>
	after === undefined ? { page: number, limit: size } : { after, limit: size };

/**
 * A page of a list of which nothing is known, once it is another one than the pages before: a list that is not turned by what it was asked with would come again and again.
 *
 * @throws NodeOperationError when it came again
 */
function turned(client: StoreClient, { subject }: ListRequest, place: Place, page: PageAt): PageAt {
	const { shown = new Set<string>() } = place;
	const print = fingerprint(page.rows);
	const isShown = page.rows.length > 0 && shown.has(print);
	shown.add(print);
	if (isShown) throw cameAgain(client, subject.name);
	return { ...page, next: { ...page.next, shown } };
}

const cameAgain = (client: StoreClient, name: string) =>
	operationError(client.functions.getNode(), {
		what: `The next page of ${name} came with rows that were there already`,
		next: 'BigCommerce does not turn this list by page. Look up in its description how it is turned, and ask for one page at a time: Return All off, and what it takes for pages (such as after) under Query.',
	});

/** Where a walk goes on after a page: behind its last row, where rows may leave the list meanwhile and it can be asked so; else at the next number or cursor. */
function onwards(
	request: ListRequest,
	{ rows, next }: PageAt,
	isShrinking: boolean,
): { request: ListRequest; place: Place } {
	const { path, query, idField } = request;
	const behind = isShrinking ? behindPage(path, rows, idField) : undefined;
	if (!behind) return { request, place: next };
	const { pages, rows: before } = next.past ?? { pages: 0, rows: 0 };
	const past = { pages: pages + 1, rows: before + rows.length, last: behind.last };
	return {
		request: { ...request, query: { ...query, ...behind.query } },
		place: { ...firstPage(next.size), shown: next.shown, past },
	};
}

/** The pages of a list from a place on, one after another. */
function walk(
	client: StoreClient,
	request: ListRequest,
	limit: number,
	from: Place,
	isShrinking: boolean,
): AsyncGenerator<Given[]> {
	let at = { request, place: from };
	return pages(limit, async () => {
		const page = await pageAt(client, at.request, at.place);
		at = onwards(at.request, page, isShrinking);
		return page;
	});
}

const firstOf = (limit: number, isShrinking: boolean): Place => ({
	...firstPage(Math.min(PAGE_SIZE, limit)),
	...(isShrinking && { byCursor: true }),
});

/**
 * The pages of a list, one after another.
 *
 * @param limit how many rows at most
 */
export function pagesOf(
	client: StoreClient,
	request: ListRequest,
	limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Given[]> {
	const isShrinking = mayShrink(request.query);
	return walk(client, request, limit, firstOf(limit, isShrinking), isShrinking);
}

/**
 * The rows of a list in one array. The first page tells how long the list is, if anything does; those after it are read several at a time, but where rows may leave the list
 * meanwhile: there each page begins behind the last row of the one before it.
 *
 * @param limit how many rows at most
 */
export async function listOf(
	client: StoreClient,
	request: ListRequest,
	limit = Number.POSITIVE_INFINITY,
): Promise<Given[]> {
	if (limit <= 0) return [];
	const isShrinking = mayShrink(request.query);
	const place = firstOf(limit, isShrinking);
	const first = await pageAt(client, request, place);
	const { rows, more, next } = first;
	if (!more || next.seen >= limit) return rows.slice(0, limit);
	const behind = onwards(request, first, isShrinking);
	// Where pages are smaller than asked for, a number does not tell where a page begins.
	const isInTurn = behind.request !== request || next.after !== undefined || next.seen !== place.size;
	const further = isInTurn ? [] : await furtherPages(client, request, next, limit);
	const end = further.at(-1) ?? { more, next };
	const all = stillOnce(client, request, [first, ...further]);
	const rest = limit - all.length;
	if (!end.more || rest <= 0) return all.slice(0, limit);
	const from = further.length ? { request, place: end.next } : behind;
	return all.concat(await collect(walk(client, from.request, rest, from.place, isShrinking)));
}

/** The rows of pages that were read by number: one that moved to a later page meanwhile is there once, and it is said that others may be missing. */
function stillOnce(
	client: StoreClient,
	{ subject, idField, hasAnyRows }: ListRequest,
	read: readonly PageAt[],
): Given[] {
	const rows = read.flatMap((page) => page.rows);
	const [{ next }, ...further] = read;
	const once = hasAnyRows || idField ? rows : uniqBy(rows, 'id');
	const isShorter = further.some(({ next: { total } }) => Number(total) < Number(next.total));
	if (once.length < rows.length || isShorter) tellMoved(client.functions, subject.name);
	return once;
}

/** The pages after a full first one. */
async function furtherPages(
	client: StoreClient,
	request: ListRequest,
	second: Place,
	limit: number,
): Promise<PageAt[]> {
	const { number: from, size, total = Number.POSITIVE_INFINITY } = second;
	return await sideBySide({
		from,
		last: Math.ceil(Math.min(limit, total) / size),
		most: INFERRED.pagesAtOnce,
		fetchPage: async (number) =>
			await pageAt(client, request, { ...second, number, seen: (number - 1) * size }),
	});
}
