import { ServiceDouble, type Answer, type SentRequest } from './serviceDouble';

export interface StoredField {
	id: number;
	namespace: string;
	key: string;
	value: string;
}

/** What becomes of one request: carried out; carried out with the answer lost, or unreadable; lost, or answered by something unreadable, before it was carried out. */
export type Fate =
	'answered' | 'answer lost' | 'never carried out' | 'unreadable' | 'unreadable, not carried out';

/** What the store shows of every metafield beside what was sent. */
const SHOWN = { resource_id: 7, date_modified: '2026-11-22T10:00:00+00:00' };

const WEB_PAGE: Answer = { status: 200, body: '<html><body>maintenance</body></html>' };

export interface ModelOptions {
	/** Order of arrival at the store; resolves when it is this request's turn. */
	turn?: (request: SentRequest) => Promise<void>;
	/** What becomes of a request; answered when left out. */
	fate?: (request: SentRequest) => Fate;
}

const record = (body: unknown): Record<string, unknown> =>
	typeof body === 'object' && body !== null ? { ...body } : {};

/**
 * The smallest store that keeps the vendor's promises about the metafields of one order (BigCommerce reference chapter 5): namespace and key are unique,
 * ids are never used twice, a metafield is removed by its id, and every request is one indivisible step. The sandbox keeps them too, but asked in process it takes about 1 ms for a
 * request, this 7 µs: the interleavings of several claimers are hundreds of runs with dozens of requests each.
 */
export class ModelStore {
	readonly fields = new Map<number, StoredField>();

	readonly service: ServiceDouble;

	/** Answers one request, for a service that has more than this order. */
	readonly answer: (request: SentRequest) => Promise<Answer>;

	private lastId = 0;

	constructor(orderId: string, { turn, fate = () => 'answered' }: ModelOptions = {}) {
		const path = `/v3/orders/${orderId}/metafields`;
		const routes: Record<string, (request: SentRequest, id: number) => Answer> = {
			GET: () => this.list(),
			POST: ({ body }) => this.create(body),
			PUT: ({ body }, id) => this.change(id, body),
			DELETE: (_request, id) => this.remove(id),
		};
		this.answer = async (request) => {
			if (!request.path.startsWith(path)) return { status: 404 };
			await turn?.(request);
			const becomes = fate(request);
			if (becomes === 'never carried out') return { broken: 'ECONNRESET' };
			if (becomes === 'unreadable, not carried out') return WEB_PAGE;
			const answer = routes[request.method](request, Number(request.path.slice(path.length + 1)));
			if (becomes === 'unreadable') return WEB_PAGE;
			return becomes === 'answered' ? answer : { broken: 'ECONNRESET' };
		};
		this.service = new ServiceDouble(this.answer);
	}

	/** Puts a metafield there before the test begins. */
	put(namespace: string, key: string, value: string): StoredField {
		this.lastId += 1;
		const field = { id: this.lastId, namespace, key, value };
		this.fields.set(field.id, field);
		return field;
	}

	private list(): Answer {
		const data = [...this.fields.values()].map((field) => ({ ...field, ...SHOWN }));
		return { status: 200, body: { data, meta: { pagination: { current_page: 1, total_pages: 1 } } } };
	}

	private create(body: unknown): Answer {
		const { namespace, key, value } = record(body);
		const taken = [...this.fields.values()].some((f) => f.namespace === namespace && f.key === key);
		if (taken) return { status: 409, body: { status: 409, title: 'Conflict' } };
		return this.one(this.put(String(namespace), String(key), String(value)));
	}

	private change(id: number, body: unknown): Answer {
		const field = this.fields.get(id);
		if (!field) return { status: 404 };
		field.value = String(record(body).value);
		return this.one(field);
	}

	private remove(id: number): Answer {
		return { status: this.fields.delete(id) ? 204 : 404 };
	}

	private readonly one = (field: StoredField): Answer => ({
		status: 200,
		body: { data: { ...field, ...SHOWN }, meta: {} },
	});
}
