import type { IDataObject } from 'n8n-workflow';
import { isNoBody } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';

/** Members that tell of something gone wrong; no list has them (reference 3.7). */
const TROUBLE = [
	'exception',
	'message',
	'fault',
	'error',
	'errors',
	'error_description',
	'detail',
	'details',
] as const;

/** Links of a list to itself and its pages (reference 3.2). Others are those of an index of resources, or of a state of health. */
const PAGE_LINKS: ReadonlySet<string> = new Set(['self', 'first', 'prev', 'previous', 'next', 'last']);

/** All that an empty list may have that says so by its links alone (reference 3.2). */
const LINKS_ONLY: ReadonlySet<string> = new Set(['_embedded', '_links', 'links', 'page']);

/** Whatever may hold the rows of an envelope. There is one such member, else it is no list (reference 3.2). */
const holdersOf = ({ _embedded: embedded, content }: IDataObject): unknown[] => [
	...(isRecord(embedded) ? Object.values(embedded) : isNoBody(embedded) ? [] : ['no object']),
	...(isNoBody(content) ? [] : [content]),
];

/** What a collection holds, a `null` in between included: the first array under `_embedded`, then `content`, then a bare array; nothing when nothing matched (reference 3.2). */
export function entriesOf(body: unknown): unknown[] {
	if (Array.isArray(body)) return body;
	const rows: unknown = isRecord(body) ? holdersOf(body).find(Array.isArray) : undefined;
	return Array.isArray(rows) ? rows : [];
}

/** The records of a collection. */
export const rowsOf = (body: unknown): IDataObject[] => entriesOf(body).filter(isRecord);

/** A count as a number or as its text; undefined when it is none. */
function countIn(value: unknown): number | undefined {
	const count = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
	return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** Every value that an answer gives under a name: in `page`, or at the top as the specification's samples print it. */
const toldOf = (body: IDataObject, name: string): unknown[] =>
	[body.page, body].filter(isRecord).flatMap((holder) => (name in holder ? [holder[name]] : []));

/** The highest count that an answer gives under a name; undefined when it gives none that can be read. */
function highest(body: unknown, name: string): number | undefined {
	const counts = isRecord(body) ? toldOf(body, name).map(countIn) : [];
	const readable = counts.filter((count) => count !== undefined);
	return readable.length ? Math.max(...readable) : undefined;
}

/** How many there are over all pages, if the answer says so. */
export const totalOf = (body: unknown): number | undefined => highest(body, 'totalElements');

/** The links of a list by name, whether they come as an object or as a list of `{rel, href}`. */
const linksOf = ({ _links, links }: IDataObject): Map<string, unknown> =>
	new Map(
		[_links, links].flatMap((given): Array<[string, unknown]> => {
			if (Array.isArray(given)) return given.filter(isRecord).map((link) => [String(link.rel), link]);
			return isRecord(given) ? Object.entries(given) : [];
		}),
	);

/** Whether the answer says where the next page is (reference 3.2). */
export const hasNext = (body: unknown): boolean => isRecord(body) && !isNoBody(linksOf(body).get('next'));

const isTold = (value: unknown): boolean =>
	!isNoBody(value) && value !== false && !(Array.isArray(value) && value.length === 0);

/** Whether an answer has the form of a list, rows or none, and tells of no trouble. */
export function isEnvelope(body: IDataObject): boolean {
	const holders = holdersOf(body);
	const isTrouble = TROUBLE.some((name) => isTold(body[name]));
	return !isTrouble && holders.length <= 1 && holders.every(Array.isArray);
}

/** Whether the links are those of a list, with nothing beside them: this is how HAL says that nothing is there. */
function isBareHal(body: IDataObject): boolean {
	const links = [...linksOf(body).keys()];
	return (
		Object.keys(body).every((name) => LINKS_ONLY.has(name)) &&
		links.every((name) => PAGE_LINKS.has(name)) &&
		links.some((name) => name === 'self' || name === 'first')
	);
}

/**
 * Whether an envelope without rows says that there are none. What says nothing, or something else at the same time, is not believed: a second case would be started on the strength
 * of it.
 *
 * @param offset how many rows came before it, of all
 */
export function saysEmpty(body: IDataObject, offset: number): boolean {
	const totals = toldOf(body, 'totalElements').map(countIn);
	const isCounted = totals.length > 0 && totals.every((total) => total !== undefined && total <= offset);
	const isContradicted = hasNext(body) || (offset === 0 && (highest(body, 'totalPages') ?? 0) > 0);
	if (isContradicted || totals.length > 0) return isCounted && !isContradicted;
	if (!isNoBody(body.page)) return false;
	return holdersOf(body).length > 0 || isBareHal(body);
}
