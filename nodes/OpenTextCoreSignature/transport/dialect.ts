import { areRows, givesIf, isNamed, isNoBody, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { idOfUrl } from './replies';

/** One record with its uuid (reference 5). @param id the one that was asked for, if it was */
export const record = (id?: string): Gives => givesIf(({ body }) => isNamed(body, 'uuid', id));

const hasRows = (body: unknown): boolean => isRecord(body) && areRows(body.results);

/** Rows of which none names itself are no list of records: taken for one, nothing would be found in it. */
const namesSome = (body: unknown): boolean => {
	const rows = isRecord(body) && Array.isArray(body.results) ? body.results : [];
	return rows.length === 0 || rows.some((row) => isNamed(row, 'uuid'));
};

/** A page of a list (reference 3.2). */
export const list: Gives = givesIf(({ body }) => hasRows(body) && namesSome(body));

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
