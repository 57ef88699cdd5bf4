import type { GenericValue, IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import type { Shape } from '../../shared/shape';
import { readablePage } from '../../shared/readablePage';
import { isDoubtful, retryAfterMs, type Broken, type Reply, type RetryRules } from '../../shared/send';
import { INFERRED } from './inferred';

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
	if (typeof body === 'string') return readablePage(body) || undefined;
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

/** Whether the service may have acted although no good answer came. */
export const isInDoubt = (last: Reply | Broken): boolean => isDoubtful(last) && !isFinalRefusal(last);

/** Reference 3.9: throttling follows the sibling service; `Retry-After` is honoured when present, in seconds. 500 is not repeated: it can mean a suspended case (reference 3.7). */
export const RETRY_RULES: RetryRules = {
	throttleMs: retryAfterMs,
	passing: new Set([502, 503, 504]),
	isUndone: isFinalRefusal,
};

/** Ids and keys are texts, but may be told as numbers. */
export const idOrNumber: Shape<string | number> = { type: ['string', 'number'] };

/** The id of a record as text; undefined when it has none. */
export const idOf = ({ id }: { readonly id?: unknown }): string | undefined =>
	typeof id === 'number' || (typeof id === 'string' && id) ? String(id) : undefined;

/** Whether a record names itself: one without an id is no case and no task (reference 3.4). */
export const hasId = (record: IDataObject): boolean => idOf(record) !== undefined;

/** A day and a time of it. JavaScript would read much else as a time, such as `0`. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * A time in ms since 1970; NaN when it is none. Three spellings of the zone occur (reference 3.6); `+0000` without a colon is not standard JavaScript.
 */
export const parseTime = (value: unknown): number =>
	typeof value === 'string' && ISO_TIME.test(value)
		? Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
		: NaN;

/** Sorts the newest record first; one without a time comes last. @param field that holds the time */
export const newestFirst =
	<Field extends string>(field: Field) =>
	(a: Record<Field, string | null>, b: Record<Field, string | null>): number =>
		(parseTime(b[field]) || 0) - (parseTime(a[field]) || 0);

/** A time of the service in one spelling; null when there is none. */
export function isoTime(value: unknown): string | null {
	const time = parseTime(value);
	return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Variables as one object, name by name (reference 5.1). */
export function variablesOf({ variables }: { variables?: readonly unknown[] }): Record<string, GenericValue> {
	const named = (variables ?? []).filter(isRecord).filter(({ name }) => typeof name === 'string');
	return Object.fromEntries(named.map(({ name, value }) => [String(name), value]));
}
