import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { readablePage } from '../../shared/readablePage';
import { retryAfterMs, type Reply, type RetryRules } from '../../shared/send';

/** Reference 3.4. A 500 is not named there, so that it is not repeated. */
export const RETRY_RULES: RetryRules = {
	throttleMs: (reply) => retryAfterMs(reply) ?? throttledFor(reply),
	passing: new Set([502, 503, 504]),
};

/** "Expected available in 17 seconds." (reference 3.3). */
function throttledFor({ body }: Reply): number | undefined {
	const seconds = isRecord(body) ? /(\d+) seconds?/.exec(String(body.detail))?.[1] : undefined;
	return seconds === undefined ? undefined : Number(seconds) * 1000;
}

const texts = (value: unknown, path: string): string[] => {
	if (typeof value === 'string') return [path ? `${path}: ${value}` : value];
	if (Array.isArray(value))
		return value.flatMap((entry, index) =>
			texts(entry, isRecord(entry) ? [path, index + 1].filter(Boolean).join(' ') : path),
		);
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, entry]) =>
		texts(
			entry,
			['errors', 'non_field_errors'].includes(name) ? path : [path, name].filter(Boolean).join('.'),
		),
	);
};

/**
 * The words of a refusal, in the reading order of reference 3.3: `detail`, the gateway's fault, OAuth's description, the map of fields, text.
 *
 * @returns undefined when there are none
 */
export function vendorMessage({ body }: Pick<Reply, 'body'>): string | undefined {
	if (typeof body === 'string') return readablePage(body) || undefined;
	if (!isRecord(body)) return texts(body, '').join('; ') || undefined;
	const fault = isRecord(body.fault) ? body.fault.faultstring : undefined;
	const said = [body.detail, fault, body.error_description, body.error].find(
		(text) => typeof text === 'string' && text,
	);
	return typeof said === 'string' ? said : texts(body, '').join('; ') || undefined;
}

/** The rows of a list (reference 3.2). */
export const rowsOf = (body: unknown): IDataObject[] =>
	isRecord(body) && Array.isArray(body.results) ? body.results.filter(isRecord) : [];

/** The last segment of a resource's address, its uuid (reference 5.3). */
export const idOfUrl = (url: unknown): string | undefined =>
	/\/([0-9a-f-]{36})\/?(?:[?#].*)?$/i.exec(String(url))?.[1];
