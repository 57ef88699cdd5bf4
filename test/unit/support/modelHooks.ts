import { ServiceDouble, type Answer, type SentRequest } from './serviceDouble';

export interface ModelHook {
	id: number;
	scope: string;
	destination: string;
	is_active: boolean;
	headers: Record<string, string> | null;
}

/** What becomes of a request instead of a plain answer. */
export type HookFate = 'answer lost' | Answer;

const record = (body: unknown): Partial<ModelHook> =>
	typeof body === 'object' && body !== null ? { ...body } : {};

/** The smallest store that keeps the vendor's promises about hooks (BigCommerce reference 12.1): one for each scope and destination, a list of the whole account. */
export class ModelHooks {
	readonly hooks = new Map<number, ModelHook>();

	readonly service: ServiceDouble;

	/** Decides about a request before it is carried out, or loses its answer. */
	fate: (request: SentRequest) => HookFate | undefined = () => undefined;

	private lastId = 0;

	constructor() {
		this.service = new ServiceDouble((request) => {
			const fate = this.fate(request);
			if (fate !== undefined && fate !== 'answer lost') return fate;
			const answer = this.carryOut(request);
			return fate === undefined ? answer : { broken: 'ECONNRESET' };
		});
	}

	/** Puts a hook there before the test begins, and gives its id. */
	put(hook: Omit<ModelHook, 'id'>): number {
		this.lastId += 1;
		this.hooks.set(this.lastId, { id: this.lastId, ...hook });
		return this.lastId;
	}

	get all(): ModelHook[] {
		return [...this.hooks.values()];
	}

	/** `PUT /v3/hooks/1` and the like, without what only reads. */
	get writes(): string[] {
		return this.service.lines.filter((line) => !line.startsWith('GET '));
	}

	private carryOut({ method, path, query, body }: SentRequest): Answer {
		const id = Number(path.split('/').at(-1));
		if (method === 'GET') return this.list(query);
		if (method === 'POST') return this.create(record(body));
		const hook = this.hooks.get(id);
		if (!hook) return { status: 404, body: { status: 404, title: 'Not Found' } };
		if (method === 'DELETE') this.hooks.delete(id);
		else Object.assign(hook, record(body));
		return { status: 200, body: { data: hook, meta: {} } };
	}

	/** The filter by destination is left to the caller, so that what is not ours is seen. Two on a page. */
	private list({ page }: SentRequest['query']): Answer {
		const from = (Number(page) - 1) * 2;
		const pagination = { current_page: Number(page), total_pages: Math.ceil(this.hooks.size / 2) };
		return { status: 200, body: { data: this.all.slice(from, from + 2), meta: { pagination } } };
	}

	private create({
		scope = '',
		destination = '',
		is_active: active = true,
		headers = null,
	}: Partial<ModelHook>): Answer {
		if (this.all.some((hook) => hook.scope === scope && hook.destination === destination)) {
			return { status: 409, body: { status: 409, title: 'Conflict' } };
		}
		const id = this.put({ scope, destination, is_active: active, headers });
		return { status: 200, body: { data: this.hooks.get(id), meta: {} } };
	}
}
