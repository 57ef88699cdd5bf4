/** The part of a recorded exchange (test/sandbox/core/exchanges.ts) that the contract is about. */
export interface RecordedExchange {
	method: string;
	/** path and query, e.g. /stores/sandbox1/v2/orders/100?include=fees */
	url: string;
	requestHeaders: Record<string, string>;
	requestBody?: unknown;
	/** 0 = the connection was reset */
	status: number;
	responseHeaders: Record<string, string>;
	responseBody?: unknown;
	/** kind of the fault the sandbox was told to show; such an answer says nothing about the contract */
	fault?: string;
}

/** How an exchange is called in a list of problems. */
export const subjectOf = ({ method, url, status }: RecordedExchange) =>
	`${method.toUpperCase()} ${url} → ${status}`;

/** Recorders keep an absent body as undefined, null or empty text. */
export const hasBody = (body: unknown) => body !== undefined && body !== null && body !== '';

/** Value of a header whatever its case; undefined when it was not sent. */
export function headerOf(headers: Record<string, string>, name: string): string | undefined {
	const wanted = name.toLowerCase();
	return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** `application/json; charset=utf-8` → `application/json` */
export const mediaType = (contentType: string | undefined) => contentType?.split(';')[0].trim().toLowerCase();
