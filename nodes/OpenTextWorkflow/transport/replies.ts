import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { retryAfterMs, type Broken, type Reply, type RetryRules } from '../../shared/send';
import { INFERRED } from './inferred';

/** Reference 3.9: throttling follows the sibling service; `Retry-After` is honoured when present, in seconds. 500 is not repeated: it can mean a suspended case (reference 3.7). */
export const RETRY_RULES: RetryRules = {
	throttleMs: retryAfterMs,
	passing: new Set([502, 503, 504]),
};

const nested = (value: unknown): string[] => {
	if (typeof value === 'string') return value ? [value] : [];
	if (Array.isArray(value)) return value.flatMap(nested);
	return isRecord(value) ? [value.message, value.details].flatMap(nested) : [];
};

/**
 * The words of a refusal, in the reading order of reference 3.7: the service's exception, its details, its message, the gateway's fault, OAuth's description.
 *
 * @returns undefined when there are none
 */
export function vendorMessage({ body }: Pick<Reply, 'body'>): string | undefined {
	if (typeof body === 'string') return body.replace(/<[^>]*>/g, ' ').trim() || undefined;
	if (!isRecord(body)) return undefined;
	const fault = isRecord(body.fault) ? body.fault.faultstring : undefined;
	const sources = [body.exception, body.details, body.message, fault, body.error_description];
	return sources.map((source) => nested(source).join('; ')).find(Boolean);
}

/**
 * A 500 in the service's own words: a step of the model did not work, or the state does not allow it. The engine undid everything, so it is no
 * doubt, and sending it again would only repeat it (reference 3.7, 4.2).
 */
export const isFinalRefusal = (last: Reply | Broken): boolean =>
	'headers' in last &&
	last.status === INFERRED.undoneStatus &&
	isRecord(last.body) &&
	Boolean(last.body.exception);

/** The rows of a collection: the first array under `_embedded`, then `content`, then a bare array; none when nothing matched (reference 3.2). */
export function rowsOf(body: unknown): IDataObject[] {
	if (Array.isArray(body)) return body.filter(isRecord);
	if (!isRecord(body)) return [];
	const embedded = isRecord(body._embedded) ? Object.values(body._embedded) : [];
	const rows = [...embedded, body.content].find((candidate) => Array.isArray(candidate));
	return Array.isArray(rows) ? rows.filter(isRecord) : [];
}

/** How many there are over all pages, if the answer says so. */
export function totalOf(body: unknown): number | undefined {
	const page = isRecord(body) && isRecord(body.page) ? body.page : {};
	return typeof page.totalElements === 'number' ? page.totalElements : undefined;
}

/** Whether the answer says where the next page is (reference 3.2). */
export const hasNext = (body: unknown): boolean =>
	isRecord(body) && isRecord(body._links) && isRecord(body._links.next);

/** Three spellings of the zone occur (reference 3.6); `+0000` without a colon is not standard JavaScript. */
export const parseTime = (value: unknown): number =>
	Date.parse(String(value ?? '').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));

/** A time of the service in one spelling; undefined when there is none. */
export function isoTime(value: unknown): string | undefined {
	const time = parseTime(value);
	return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Variables as one object, name by name (reference 5.1). */
export function variablesOf(record: IDataObject): IDataObject {
	const { variables } = record;
	const rows = Array.isArray(variables) ? variables.filter(isRecord) : [];
	return Object.fromEntries(rows.map(({ name, value }) => [String(name), value]));
}
