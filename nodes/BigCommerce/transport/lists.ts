import type { Gives } from '../../shared/answer';
import { operationError } from '../../shared/errorText';
import { fingerprint } from '../../shared/fingerprint';
import { isRecord } from '../../shared/isRecord';
import { collect, pages, sideBySide, type Page } from '../../shared/paging';
import { tellProgress } from '../../shared/progress';
import type { Given } from '../../shared/record/given';
import type { Query } from '../../shared/serviceRequest';
import { anyPage, pageOf } from './dialect';
import { INFERRED } from './inferred';
import { afterPage, firstPage, type Place } from './pagination';
import type { StoreClient, StoreTarget } from './StoreClient';

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
	tellProgress(client.functions, request.subject.name, { ...after.next, pages: at.number });
	// More rows than were asked for: the list takes neither page nor limit, and would come again and again.
	const isOver = isUnpaged || (hasAnyRows && rows.length > at.size);
	const page = { rows: rows.filter(isRecord), ...after, more: after.more && !isOver };
	return hasAnyRows ? turned(client, request, place, page) : page;
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
	const { after, shown = new Set<string>() } = place;
	const print = fingerprint(page.rows);
	const isShown = page.rows.length > 0 && shown.has(print);
	const isStuck = after !== undefined && page.next.after === after;
	shown.add(print);
	if (!isShown && !isStuck) return { ...page, next: { ...page.next, shown } };
	throw operationError(client.functions.getNode(), {
		what: `The next page of ${subject.name} came with rows that were there already`,
		next: 'BigCommerce does not turn this list by page. Look up in its description how it is turned, and ask for one page at a time: Return All off, and what it takes for pages (such as after) under Query.',
	});
}

/**
 * The pages of a list, one after another.
 *
 * @param limit how many rows at most
 * @param from where the walk begins
 */
export function pagesOf(
	client: StoreClient,
	request: ListRequest,
	limit = Number.POSITIVE_INFINITY,
	from = firstPage(Math.min(PAGE_SIZE, limit)),
): AsyncGenerator<Given[]> {
	let place = from;
	return pages(limit, async () => {
		const page = await pageAt(client, request, place);
		place = page.next;
		return page;
	});
}

/**
 * The rows of a list in one array. The first page tells how long the list is, if anything does; those after it are read several at a time.
 *
 * @param limit how many rows at most
 */
export async function listOf(
	client: StoreClient,
	request: ListRequest,
	limit = Number.POSITIVE_INFINITY,
): Promise<Given[]> {
	if (limit <= 0) return [];
	const place = firstPage(Math.min(PAGE_SIZE, limit));
	const { rows, more, next } = await pageAt(client, request, place);
	if (!more || next.seen >= limit) return rows.slice(0, limit);
	// Where pages are smaller than asked for, a number does not tell where a page begins.
	const further =
		next.seen === place.size && next.after === undefined
			? await furtherPages(client, request, next, limit)
			: [];
	const all = [rows, ...further.map((page) => page.rows)].flat();
	const end = further.at(-1) ?? { more, next };
	const rest = limit - all.length;
	if (!end.more || rest <= 0) return all.slice(0, limit);
	return all.concat(await collect(pagesOf(client, request, rest, end.next)));
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
