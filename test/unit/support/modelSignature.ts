import type { IDataObject } from 'n8n-workflow';
import { ServiceDouble, type Answer, type SentRequest } from './serviceDouble';

export interface ModelWebhook {
	uuid: string;
	name: string | null;
	event_type: string;
	callback_url: string;
}

export interface ModelEvent extends IDataObject {
	uuid: string;
	event_type: string;
	status: string;
	timestamp: string;
}

/** What becomes of a request instead of a plain answer. */
export type Fate = 'answer lost' | Answer;

/** Behaviour that the reference leaves open. */
export interface ModelOptions {
	/** Rows on a page at most (U10). */
	pageSize?: number;
	eventsOldestFirst?: boolean;
	filtersHonoured?: boolean;
	eventReadById?: boolean;
}

const NOT_FOUND: Answer = { status: 404, body: { detail: 'Not found.' } };

const parsed = (body: unknown): IDataObject => (typeof body === 'string' ? JSON.parse(body) : {});

const uuidOf = (path: string) => decodeURIComponent(path.split('/').at(-2) ?? '');

/** The smallest service that keeps what the Core Signature reference says of webhooks (4.7), events (4.6) and documents (4.1). */
export class ModelSignature {
	readonly webhooks = new Map<string, ModelWebhook>();

	/** Oldest first. */
	readonly events: ModelEvent[] = [];

	readonly documents = new Map<string, IDataObject>();

	readonly service: ServiceDouble;

	/** Decides about a request before it is carried out, or loses its answer. */
	fate: (request: SentRequest) => Fate | undefined = () => undefined;

	private lastId = 0;

	constructor(readonly options: ModelOptions = {}) {
		this.service = new ServiceDouble((request) => {
			const fate = this.fate(request);
			if (fate !== undefined && fate !== 'answer lost') return fate;
			const answer = this.carryOut(request);
			return fate === undefined ? answer : { broken: 'ECONNRESET' };
		});
	}

	get all(): ModelWebhook[] {
		return [...this.webhooks.values()];
	}

	/** `PUT /webhooks/w-1/` and the like, without what only reads. */
	get writes(): string[] {
		return this.lines.filter((line) => !line.startsWith('GET '));
	}

	get lines(): string[] {
		return this.service.lines.map((line) => line.replace(/ .*\/api\/v1/, ' '));
	}

	/** Puts a webhook there before the test begins, and gives its id. */
	put(webhook: Omit<ModelWebhook, 'uuid'>): string {
		this.lastId += 1;
		const uuid = `w-${this.lastId}`;
		this.webhooks.set(uuid, { uuid, ...webhook });
		return uuid;
	}

	/**
	 * Something happens to a document, which is made when it is not there yet.
	 *
	 * @param at in ms since 1970
	 */
	happen(eventType: string, at: number, more: Partial<ModelEvent> = {}, documentId = 'd-1'): ModelEvent {
		const document = this.documents.get(documentId) ?? {
			uuid: documentId,
			external_id: `abc123:order:7:sign-off:1`,
			name: 'order-7.pdf',
			status: 'si',
			pdf: 'https://files.example.com/secret',
		};
		this.documents.set(documentId, document);
		const event = {
			uuid: `e-${this.events.length + 1}`,
			event_type: eventType,
			status: 'ok',
			timestamp: new Date(at).toISOString().replace('Z', '123Z'),
			document,
			signer: null,
			...more,
		};
		this.events.push(event);
		return event;
	}

	private carryOut(request: SentRequest): Answer {
		const { method, path, query } = request;
		const [collection, id] = path.replace(/^.*\/api\/v1\//, '').split('/');
		if (!path.endsWith('/')) return NOT_FOUND;
		if (collection === 'webhooks' && (id || method === 'POST')) return this.write(request);
		if (collection === 'webhooks') return this.page(this.all, query);
		if (collection === 'events' && id)
			return this.options.eventReadById === false
				? NOT_FOUND
				: this.record(this.events.find(({ uuid }) => uuid === uuidOf(path)));
		if (collection === 'events') return this.page(this.log(query), query);
		return this.record(this.documents.get(uuidOf(path)));
	}

	private record(found: object | undefined): Answer {
		return found ? { status: 200, body: structuredClone(found) } : NOT_FOUND;
	}

	private log({ event_type: type, document__uuid: document }: SentRequest['query']): ModelEvent[] {
		const { eventsOldestFirst = false, filtersHonoured = true } = this.options;
		const sorted = [...this.events].sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
		if (!eventsOldestFirst) sorted.reverse();
		const fits = (wanted: unknown, value: unknown) =>
			!filtersHonoured || wanted === undefined || wanted === value;
		return sorted.filter(
			(event) => fits(type, event.event_type) && fits(document, Object(event.document).uuid),
		);
	}

	private page(rows: object[], { page, limit }: SentRequest['query']): Answer {
		const size = Math.min(Number(limit), this.options.pageSize ?? 100);
		const from = (Number(page) - 1) * size;
		if (from > 0 && from >= rows.length) return { status: 404, body: { detail: 'Invalid page.' } };
		const next = from + size < rows.length ? 'https://example.com/next' : null;
		const results = structuredClone(rows.slice(from, from + size));
		return { status: 200, body: { count: rows.length, next, previous: null, results } };
	}

	private write({ method, path, body }: SentRequest): Answer {
		const { name = null, event_type: type, callback_url: url } = parsed(body);
		const fields = {
			name: typeof name === 'string' ? name : null,
			event_type: String(type),
			callback_url: String(url),
		};
		if (method === 'POST') return { status: 201, body: this.webhooks.get(this.put(fields)) };
		const webhook = this.webhooks.get(uuidOf(path));
		if (!webhook) return NOT_FOUND;
		if (method === 'DELETE') this.webhooks.delete(webhook.uuid);
		else Object.assign(webhook, fields);
		return method === 'DELETE' ? { status: 204 } : { status: 200, body: webhook };
	}
}
