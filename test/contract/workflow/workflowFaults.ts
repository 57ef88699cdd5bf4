import type { RecordedExchange } from '../exchange';
import { sameCall, type Call } from './call';

const rowsOf = (body: unknown): unknown[] => (Array.isArray(body) ? body : [body]);

const keysOf = (body: unknown): string[] =>
	rowsOf(body).flatMap((row) => (typeof row === 'object' && row !== null ? Object.keys(row) : []));

/**
 * What in a request to Workflow Service is shown nowhere: the call itself, a query parameter, or a key of the body.
 *
 * @param known every call that may be made, from the collections and from the table of deviations
 */
export function workflowFaults(known: readonly Call[], exchange: RecordedExchange): string[] {
	const { method, url, requestBody } = exchange;
	const { pathname, searchParams } = new URL(url, 'https://example.com');
	const calls = known.filter((call) => sameCall(call, { method, path: pathname }));
	const title = `${method} ${pathname}`;
	if (calls.length === 0) return [`${title}: nothing shows this call`];
	const unknown = (names: Iterable<string>, kind: 'query' | 'body') =>
		[...new Set(names)]
			.filter((name) => !calls.some((call) => call[kind].includes(name)))
			.map((name) => `${title}: nothing shows ${kind} "${name}"`);
	return [...unknown(searchParams.keys(), 'query'), ...unknown(keysOf(requestBody), 'body')];
}
