import { isRecord } from '../../../shared/isRecord';
import { QuotaPace, type QuotaHeaders } from '../../../shared/pace';
import { readablePage } from '../../../shared/readablePage';
import type { Reply, RetryRules } from '../../../shared/send';
import { INFERRED } from './inferred';

/** BigCommerce reference 13.1: 150 requests per minute and store, over all integrations. */
const QUOTA: QuotaHeaders = { left: 'x-requests-remaining', resetMs: 'x-request-window-resets-after' };

/** When the window ends, in ms from now; undefined when the answer does not tell. */
function resetMs(headers: Readonly<Record<string, unknown>>): number | undefined {
	const { [QUOTA.resetMs]: told } = headers;
	const value = Number(told);
	if (told === undefined || told === '' || !(value >= 0)) return undefined;
	return value <= INFERRED.mostSecondsOfWindow ? value * 1000 : value;
}

/** Keeps to the quota that the answers tell. */
export class B2bPace extends QuotaPace {
	constructor() {
		super(QUOTA);
	}

	override learn(headers: Readonly<Record<string, unknown>>, now: number): void {
		super.learn({ ...headers, [QUOTA.resetMs]: resetMs(headers) }, now);
	}
}

/** BigCommerce reference 2.8, which holds here as well. A wrong store hash is answered with 500 too (reference 1.4): it only ends later. */
export const RETRY_RULES: RetryRules = {
	throttleMs: ({ headers }) => resetMs(headers),
	passing: new Set([423, 500, 502, 503, 504]),
};

/** What stands behind each field that is refused, and other texts. */
const texts = (value: unknown, name = ''): string[] => {
	if (typeof value === 'string') return value ? [name ? `${name}: ${value}` : value] : [];
	if (Array.isArray(value)) return value.flatMap((entry) => texts(entry, name));
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, entry]) => texts(entry, key));
};

/** What a call for several companies says of each that it refuses, beside an id that nobody else knows (company.yaml, `/companies/bulk`). */
const details = (errors: unknown): unknown[] =>
	(Array.isArray(errors) ? errors : []).filter(isRecord).map(({ _detail: detail }) => detail);

/**
 * The words of a refusal, from every error body that B2B Edition uses (reference 13.1): `errMsg` as text or by field, `errors` of the hierarchy and of calls for several, and the message beside the code or
 * in `meta`.
 *
 * @returns undefined when there are none
 */
export function vendorMessage({ body }: Reply): string | undefined {
	if (typeof body === 'string') return readablePage(body) || undefined;
	if (!isRecord(body)) return undefined;
	const { data, meta, message, title, detail, errors } = body;
	const parts = [
		isRecord(meta) ? meta.message : undefined,
		message,
		title,
		detail,
		isRecord(data) ? data.errMsg : undefined,
		isRecord(data) ? details(data.errors) : undefined,
		errors,
	].flatMap((part) => texts(part));
	return [...new Set(parts.map(readablePage).filter(Boolean))].join('; ') || undefined;
}
