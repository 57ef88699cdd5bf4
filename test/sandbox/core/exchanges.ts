/** One request that a stand-in got, and its answer. */
export interface Exchange {
	id: number;
	/** sandbox time of the request, ms since 1970 */
	at: number;
	service: string;
	method: string;
	/** path and query without the service prefix, e.g. /stores/sandbox1/v2/orders?page=1 */
	url: string;
	requestHeaders: Record<string, string>;
	requestBody?: unknown;
	/** 0 = the connection was reset */
	status: number;
	responseHeaders: Record<string, string>;
	responseBody?: unknown;
	/** kind of the fault that struck */
	fault?: string;
}

/** An exchange as it is handed in: the answer may still be text, it is parsed only when somebody looks. */
export type NewExchange = Omit<Exchange, 'id'> & { responseText?: string };

type Kept = NewExchange & { id: number };

const MOST_EXCHANGES = 50_000;
/** Keeps a benchmark's long answers from filling the memory. */
const MOST_CHARACTERS = 128 * 1024 * 1024;

const SECRET_HEADERS = new Set(['authorization', 'x-auth-token', 'cookie', 'set-cookie']);
const SECRET_FIELDS = new Set(['client_secret', 'password', 'access_token', 'refresh_token']);
const REDACTED = '[redacted]';

const redactKeys = <V>(record: Record<string, V>, secret: ReadonlySet<string>) =>
	Object.fromEntries(
		Object.entries(record).map(([name, value]) => [name, secret.has(name.toLowerCase()) ? REDACTED : value]),
	);

/** Files in bodies are cut to this many characters. */
const LONGEST_FILE = 100;
const FILE_FIELDS = new Set(['file_from_content']);

const shown = (name: string, value: unknown): unknown => {
	if (SECRET_FIELDS.has(name.toLowerCase())) return REDACTED;
	if (FILE_FIELDS.has(name) && typeof value === 'string' && value.length > LONGEST_FILE) {
		// a copy: a slice would keep the whole text in memory
		return Buffer.from(`${value.slice(0, LONGEST_FILE)}… (${value.length} characters)`).toString();
	}
	return redactBody(value);
};

const redactBody = (body: unknown): unknown => {
	if (typeof body !== 'object' || body === null) return body;
	if (body instanceof Uint8Array) return `(${body.length} bytes)`;
	if (Array.isArray(body)) return body.map(redactBody);
	return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, shown(name, value)]));
};

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

/** Every request that the stand-ins got, in memory and bounded; credentials are redacted on the way in. */
export class Exchanges {
	private kept: Kept[] = [];

	private characters = 0;

	private lastId = 0;

	add(exchange: NewExchange): void {
		this.lastId += 1;
		this.characters += exchange.responseText?.length ?? 0;
		this.kept.push({
			...exchange,
			id: this.lastId,
			requestHeaders: redactKeys({ ...exchange.requestHeaders }, SECRET_HEADERS),
			responseHeaders: redactKeys({ ...exchange.responseHeaders }, SECRET_HEADERS),
			requestBody: redactBody(exchange.requestBody),
		});
		while (this.kept.length > MOST_EXCHANGES || this.characters > MOST_CHARACTERS) {
			this.characters -= this.kept.shift()?.responseText?.length ?? 0;
		}
	}

	/** @param filter `service`: only that one; `since`: only from that sandbox time (ms since 1970) on */
	list(filter: { service?: string; since?: number } = {}): Exchange[] {
		const { service, since = 0 } = filter;
		return this.kept
			.filter((kept) => (service === undefined || kept.service === service) && kept.at >= since)
			.map(({ responseText, ...exchange }) => ({
				...exchange,
				responseBody: redactBody(responseText === undefined ? exchange.responseBody : parsed(responseText)),
			}));
	}

	clear(): void {
		this.kept = [];
		this.characters = 0;
	}
}
