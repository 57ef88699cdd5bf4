import { isRecord } from '../../shared/isRecord';
import type { QuotaHeaders } from '../../shared/pace';
import { readablePage } from '../../shared/readablePage';
import type { Reply, RetryRules } from '../../shared/send';

/** BigCommerce reference 2.7: quota per store and 30-second window. */
export const QUOTA_HEADERS: QuotaHeaders = {
	left: 'x-rate-limit-requests-left',
	resetMs: 'x-rate-limit-time-reset-ms',
};

const positive = (value: unknown): number | undefined => {
	const parsed = Number(value);
	return value !== undefined && value !== '' && parsed >= 0 ? parsed : undefined;
};

/**
 * BigCommerce reference 2.7 and 2.8. A 429 without headers tells no window: the platform is overloaded, or too many of one call run side by side, which may pass in a moment. So
 * the waits begin short and grow, as the reference asks; together they outlast the window of 30 seconds, so that a quota that was not told is waited out as well.
 */
export const RETRY_RULES: RetryRules = {
	throttleMs: ({ headers }) => {
		const seconds = positive(headers['x-retry-after']);
		return positive(headers[QUOTA_HEADERS.resetMs]) ?? (seconds === undefined ? undefined : seconds * 1000);
	},
	passing: new Set([423, 500, 502, 503, 504]),
};

/** Every text in an error body, but neither addresses of manuals nor the rows that a batch answer repeats. */
const texts = (value: unknown): string[] => {
	if (typeof value === 'string') return value && !/^https?:/.test(value) ? [value] : [];
	if (Array.isArray(value)) return value.flatMap(texts);
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, entry]) => (name === 'data' ? [] : texts(entry)));
};

/** Each part is cleaned by itself: a tag that is cut off in one must not swallow the next. */
const joined = (parts: string[]): string | undefined =>
	[...new Set(parts.map(readablePage).filter(Boolean))].join('; ') || undefined;

/**
 * The words of a refusal, from every error body that BigCommerce uses (reference 2.6): V2 arrays, V3 objects, batch answers, plain text of a gateway.
 *
 * @returns undefined when there are none
 */
export function vendorMessage({ body }: Reply): string | undefined {
	if (typeof body === 'string') return readablePage(body) || undefined;
	if (Array.isArray(body))
		return joined(body.map((entry) => (isRecord(entry) ? entry.message : entry)).flatMap(texts));
	if (!isRecord(body)) return undefined;
	const parts = [body.title, body.message, body.detail, body.error, body.errors, body.batch_errors].flatMap(
		texts,
	);
	// Refunds put their errors under `data`, where others put what succeeded.
	return joined(parts.length ? parts : texts(body.data));
}
