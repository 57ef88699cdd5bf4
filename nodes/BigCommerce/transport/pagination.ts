import { isRecord } from '../../shared/isRecord';

/** Where a walk through a V3 list stands, before the page that is read next. */
export interface Place {
	/** The page that is read next, counted from 1. */
	number: number;
	/** How many rows a page has at most; Infinity where the store decides. */
	size: number;
	/** Rows on the pages before, those that say nothing included. */
	seen: number;
	/** How many rows there are in all, as an earlier page said. */
	total?: number;
	/** How many pages there are in all, as an earlier page said. */
	pages?: number;
	/** Behind which row the next page begins, of a list that is not turned by number (reference 2.2). */
	after?: string;
	/** The next page is asked for by cursor, where there is one beside the number. */
	byCursor?: boolean;
	/** What was read before the list was asked for the rows behind an id: its first page is the next. */
	past?: { pages: number; rows: number; last: number };
	/** Fingerprints of the pages until now, where the list may ignore what page it is asked for. */
	shown?: Set<string>;
}

/** What one page says about itself and the whole list (BigCommerce reference 2.1); what it does not say is undefined. */
interface Said {
	total?: number;
	pages?: number;
	counts: number[];
	perPage?: number;
	current?: number;
	hasNext: boolean;
	/** It speaks of its place in the list at all. */
	isPlaced: boolean;
	/** Where the next page begins, when the list goes on by cursor alone. */
	cursor?: string;
	/** The same, although it has a number as well. */
	besideNumber?: string;
}

export const firstPage = (size: number): Place => ({ number: 1, size, seen: 0 });

const whole = (value: unknown): number | undefined => {
	const isText = typeof value === 'string' && value !== '';
	const read = isText || typeof value === 'number' ? Number(value) : -1;
	return Number.isSafeInteger(read) && read >= 0 ? read : undefined;
};

const partOf = (value: unknown, name: string): Record<string, unknown> => {
	const part = isRecord(value) ? value[name] : undefined;
	return isRecord(part) ? part : {};
};

/** What a link to the next page asks with. */
const nextOf = (part: Record<string, unknown>): URLSearchParams | undefined => {
	const { next } = partOf(part, 'links');
	return typeof next === 'string' ? new URLSearchParams(next.replace(/^[^?]*\?/, '')) : undefined;
};

/**
 * Where the next page begins when only a cursor leads to it: the link of channel listings has an `after` and no `page`, and a page that was asked for by cursor has no numbers (BigCommerce reference 2.2).
 */
function cursorIn(byNumber: Record<string, unknown>, byCursor: Record<string, unknown>): string | undefined {
	const numbered = nextOf(byNumber);
	if (numbered) return numbered.has('page') ? undefined : (numbered.get('after') ?? undefined);
	const isNumbered = [byNumber.total, byNumber.total_pages].some((said) => whole(said) !== undefined);
	return isNumbered ? undefined : (nextOf(byCursor)?.get('after') ?? undefined);
}

function saidBy(body: unknown): Said {
	const meta = partOf(body, 'meta');
	const [byNumber, byCursor] = [partOf(meta, 'pagination'), partOf(meta, 'cursor_pagination')];
	return {
		isPlaced: [byNumber, byCursor].some((part) => Object.keys(part).length > 0),
		cursor: cursorIn(byNumber, byCursor),
		besideNumber: nextOf(byCursor)?.get('after') ?? undefined,
		total: whole(byNumber.total),
		pages: whole(byNumber.total_pages),
		counts: [byNumber.count, byCursor.count].flatMap((count) => whole(count) ?? []),
		perPage: whole(byNumber.per_page) || undefined,
		current: whole(byNumber.current_page),
		hasNext: [byNumber, byCursor].some((part) => Boolean(partOf(part, 'links').next)),
	};
}

const rowsIn = (body: unknown): number => (isRecord(body) && Array.isArray(body.data) ? body.data.length : 0);

/** How many rows a page must show at least. What an earlier page said stays true until a later one says otherwise itself: rows may be deleted meanwhile. */
function leastRows({ number, size, seen, after, ...before }: Place, said: Said): number {
	// Behind a cursor a total may be that of the rest.
	if (after !== undefined) return 0;
	const [total, pages] = [said.total ?? before.total, said.pages ?? before.pages];
	if (total !== undefined) return Math.min(size, said.perPage ?? size, Math.max(total - seen, 0));
	// One page is also said of an empty list.
	return pages !== undefined && pages > 1 && number <= pages ? 1 : 0;
}

/**
 * Whether a page of a V3 list shows what it says, and what the pages before it said: else rows were left out, and the list would look empty or end early.
 *
 * @param body of the answer; nothing after a 204
 */
export function isWholePage(body: unknown, place: Place): boolean {
	const [said, rows] = [saidBy(body), rowsIn(body)];
	return (
		// Behind a cursor nothing else tells a last page from one that was cut (reference 2.2).
		(place.after === undefined || said.isPlaced) &&
		rows >= leastRows(place, said) &&
		said.counts.every((count) => count === rows) &&
		(said.current === undefined || said.current === place.number)
	);
}

/**
 * Where a walk stands after a page, and whether there is more. Whichever of total, number of pages and link to the next page speaks of more is believed: at worst the next
 * page is empty. Without any of them, a full page may have another behind it.
 */
export function afterPage(body: unknown, place: Place): { next: Place; more: boolean } {
	const [said, rows] = [saidBy(body), rowsIn(body)];
	const [total, pages] = [said.total ?? place.total, said.pages ?? place.pages];
	const seen = place.seen + rows;
	const cursor = place.byCursor ? (said.besideNumber ?? said.cursor) : said.cursor;
	if (cursor !== undefined || place.after !== undefined) {
		const next = { ...place, number: place.number + 1, seen, total, after: cursor };
		return { next, more: cursor !== undefined };
	}
	const isUnsaid = total === undefined && !pages;
	const more =
		(total !== undefined && seen < total) ||
		(pages !== undefined && place.number < pages) ||
		said.hasNext ||
		(isUnsaid && rows >= place.size);
	return { next: { ...place, number: place.number + 1, seen, total, pages }, more };
}
