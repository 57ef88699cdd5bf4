import { areRows, givesIf, isNamed, isNoBody, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { idOfUrl } from './replies';

/** One record with its uuid (reference 5). @param id the one that was asked for, if it was */
export const record = (id?: string | number): Gives => givesIf(({ body }) => isNamed(body, 'uuid', id));

const hasRows = (body: unknown): boolean => isRecord(body) && areRows(body.results);

/** Rows of which none names itself are no list of records: taken for one, nothing would be found in it. */
const namesSome = (body: unknown): boolean => {
	const rows = isRecord(body) && Array.isArray(body.results) ? body.results : [];
	return rows.length === 0 || rows.some((row) => isNamed(row, 'uuid'));
};

/** A page of a list (reference 3.2). */
export const list: Gives = givesIf(({ body }) => hasRows(body) && namesSome(body));

/** What is known of a list by the pages before. */
export interface PagesBefore {
	/** How many rows stood on them; undefined when they were not read one after the other. */
	rows?: number;
	/** How many rows the list has, as they said; undefined when they did not. */
	count?: number;
}

/** @returns how many rows the whole list has, as a page says; undefined when it does not */
export function countOf(body: unknown): number | undefined {
	const said = isRecord(body) ? body.count : undefined;
	const count = typeof said === 'string' && said.trim() ? Number(said) : said;
	return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : undefined;
}

/** How many rows a page has, those that say nothing among them. */
export const sizeOf = (body: unknown): number =>
	isRecord(body) && Array.isArray(body.results) ? body.results.length : 0;

/**
 * Whether a page fits what the list says of its length (reference 3.2): the last one brings the rows up to `count`, and one without rows neither names a next one nor stands where
 * rows must be. A count that is smaller than the rows that came already is no count: then what was said before holds.
 */
function addsUp(body: unknown, { rows: before, count: known }: PagesBefore): boolean {
	const [size, own, more] = [sizeOf(body), countOf(body), isRecord(body) && Boolean(body.next)];
	if (size === 0 && more) return false;
	if (before === undefined) return size > 0 || !own;
	const count = own !== undefined && own >= before ? own : (known ?? own ?? 0);
	return (more && size > 0) || before + size >= count;
}

/** A page of a list that keeps what the list says of its length: taken for less, what is there would be made or mailed a second time. @param gives what its rows are like */
export const counted =
	(gives: Gives, before: PagesBefore = { rows: 0 }): Gives =>
	(reply) =>
		gives(reply) ?? givesIf(({ body }) => addsUp(body, before))(reply);

/** Whether a row tells its external id, and, when it is the one that is looked for, whether it was sent. */
const tellsKey = (row: unknown, externalId: string): boolean => {
	if (!isRecord(row)) return false;
	if (row.external_id !== externalId) return row.external_id === null || typeof row.external_id === 'string';
	return row.signrequest === null || isNamed(row.signrequest, 'uuid');
};

/**
 * A page of documents that are looked through for an external id. Every row must tell its own: one that does not may be the one that was mailed already.
 */
export const documentsKeyed = (externalId: string): Gives =>
	givesIf((reply) => {
		const rows = isRecord(reply.body) && Array.isArray(reply.body.results) ? reply.body.results : [];
		return list(reply) === undefined && rows.every((row: unknown) => tellsKey(row, externalId));
	});

/** A page of webhooks, each with its address: one without may be the one that is looked for. */
export const webhooks: Gives = givesIf((reply) => {
	const rows = isRecord(reply.body) && Array.isArray(reply.body.results) ? reply.body.results : [];
	return list(reply) === undefined && rows.every((row: unknown) => isNamed(row, 'callback_url'));
});

/** A page of the event log, whose rows are judged one by one: one that cannot be used must not hide the log. */
export const log: Gives = givesIf(
	({ body }) =>
		isRecord(body) &&
		Array.isArray(body.results) &&
		(body.results.length === 0 || body.results.some(isRecord)),
);

/** A new request: it names its document by address, and the document's uuid is the end of it (reference 5.2, 5.3). */
export const sentRequest: Gives = givesIf(
	({ body }) => isRecord(body) && idOfUrl(body.document) !== undefined,
);

/** An action on a request: `{"detail": "OK"}`, or the request itself (reference 4.3). */
export const acted: Gives = givesIf(
	({ body }) => isRecord(body) && (typeof body.detail === 'string' || isNamed(body, 'uuid')),
);

/** A webhook as it stands now (reference 4.7). */
export const webhook = (eventType: string): Gives =>
	givesIf(({ body }) => isNamed(body, 'uuid') && isNamed(body, 'event_type', eventType));

/** A removal: 204 and nothing else (reference 3.3). */
export const removed: Gives = givesIf(({ status, body }) => status === 204 && isNoBody(body));
