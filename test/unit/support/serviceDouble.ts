import type { IHttpRequestOptions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { NODE } from './node';

/** One request as a node handed it to n8n's request helper. */
export interface SentRequest {
	method: string;
	/** Without host and store: `/v2/orders/1`. */
	path: string;
	query: Record<string, unknown>;
	body: unknown;
	credential: string;
	/** The very object that the helper got. */
	options: IHttpRequestOptions;
}

/** What the service does with a request: an answer, or the code with which the connection breaks. */
export type Answer =
	{ status: number; body?: unknown; headers?: Record<string, string> } | { broken: string };

export type Answers = (request: SentRequest) => Answer | Promise<Answer>;

/** A 200 with this body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** One row, or a list, in the envelope of V3 (BigCommerce reference 2.1). */
export const v3 = (data: unknown): Answer => ok({ data, meta: {} });

/** The error that n8n's helper throws when a connection breaks: its own class around the one of axios. */
export const brokenError = (code: string): Error =>
	new NodeApiError(NODE, { name: 'AxiosError', message: `connect ${code}`, code });

const withoutStore = (url: string) => new URL(url).pathname.replace(/^.*\/stores\/[^/]+/, '');

/** Stands where n8n's request helper stands: keeps every request and answers as told. */
export class ServiceDouble {
	readonly requests: SentRequest[] = [];

	/** @param reply what it does with each request; another double may ask it too */
	constructor(readonly reply: Answers) {}

	/** As `helpers.httpRequestWithAuthentication`. */
	readonly send = async (credential: string, options: IHttpRequestOptions): Promise<unknown> => {
		const request: SentRequest = {
			method: options.method ?? 'GET',
			path: withoutStore(options.url),
			query: { ...options.qs },
			body: options.body,
			credential,
			options,
		};
		this.requests.push(request);
		const answer = await this.reply(request);
		if ('broken' in answer) throw brokenError(answer.broken);
		return { statusCode: answer.status, headers: answer.headers ?? {}, body: answer.body ?? '' };
	};

	/** `GET /v2/orders/1` and the like, in the order in which they came. */
	get lines(): string[] {
		return this.requests.map(({ method, path }) => `${method} ${path}`);
	}
}

/**
 * Answers by a table of `METHOD path`; what is not in it is 404 as V2 says it. A list of answers is used up one by one, its last one stays.
 *
 * @param table paths without host and store, e.g. `GET /v2/orders/1`
 */
export function answering(table: Record<string, Answer | Answer[] | Answers>): ServiceDouble {
	const used = new Map<string, number>();
	return new ServiceDouble(async (request) => {
		const line = `${request.method} ${request.path}`;
		const found = table[line];
		if (found === undefined) {
			return { status: 404, body: [{ status: 404, message: 'The requested resource was not found.' }] };
		}
		if (typeof found === 'function') return await found(request);
		if (!Array.isArray(found)) return found;
		const turn = used.get(line) ?? 0;
		used.set(line, turn + 1);
		return found[Math.min(turn, found.length - 1)];
	});
}
