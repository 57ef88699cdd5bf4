import type { FastifyInstance, InjectOptions } from 'fastify';
import pick from 'lodash/pick';
import { createBigCommerceStandIn } from '../../sandbox/bigcommerce';
import type { Account } from '../../sandbox/bigcommerce/access';
import type { HookBook } from '../../sandbox/bigcommerce/hooks/book';
import { ACCESS_TOKEN, CLIENT_ID, SERVICE_PREFIXES, STORE_HASH } from '../../sandbox/core';
import { openInProcess } from '../../sandbox/server';
import { ServiceDouble, type Answer, type SentRequest } from './serviceDouble';

/** May hear of everything. */
const ADMIN: Account = {
	clientId: CLIENT_ID,
	clientSecret: '',
	scopes: new Map([['b2b_edition', 'modify']]),
};

/** A hook as far as the trigger looks at it. */
export interface TriggerHook {
	id: number;
	scope: string;
	destination: string;
	is_active: boolean;
	headers: Record<string, string> | null;
}

/** What becomes of a request instead of a plain answer. */
export type HookFate = 'answer lost' | Answer;

/** The hooks of the sandbox's store, asked in process; opening it takes long, so once for a file, before the clock stands still. */
export class SandboxHooks {
	readonly service: ServiceDouble;

	/** Decides about a request before it is carried out, or loses its answer. */
	fate: (request: SentRequest) => HookFate | undefined = () => undefined;

	private constructor(
		private readonly app: FastifyInstance,
		private readonly book: HookBook,
	) {
		this.service = new ServiceDouble(async (request) => {
			const fate = this.fate(request);
			if (fate !== undefined && fate !== 'answer lost') return fate;
			const answer = await this.carryOut(request);
			return fate === undefined ? answer : { broken: 'ECONNRESET' };
		});
	}

	static async open(): Promise<SandboxHooks> {
		const { app, parts } = await openInProcess(async (context) => ({
			bigCommerce: await createBigCommerceStandIn(context),
		}));
		return new SandboxHooks(app, parts.bigCommerce.hooks);
	}

	/** Puts a hook there before the test begins, also a second of its kind, which the store would refuse. @returns its id */
	put(hook: Omit<TriggerHook, 'id'>): number {
		const made = this.book.create(ADMIN, {
			...hook,
			destination: `https://${this.all.length}.example.com`,
		});
		return Object.assign(made, hook).id;
	}

	/** As when it was opened: no hook, no request, no fate. */
	reset(): void {
		this.clear();
		this.service.requests.length = 0;
		this.fate = () => undefined;
	}

	/** Removes every hook, as somebody else would. */
	clear(): void {
		for (const { id } of this.all) this.book.delete(CLIENT_ID, id);
	}

	get all(): TriggerHook[] {
		return this.book.all().map((hook) => pick(hook, ['id', 'scope', 'destination', 'is_active', 'headers']));
	}

	/** `PUT /v3/hooks/1` and the like, without what only reads. */
	get writes(): string[] {
		return this.service.lines.filter((line) => !line.startsWith('GET '));
	}

	private async carryOut({ options, path, query, body }: SentRequest): Promise<Answer> {
		const request: InjectOptions = {
			method: options.method,
			url: `${SERVICE_PREFIXES.bigcommerce}/stores/${STORE_HASH}${path}`,
			query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
			headers: { 'x-auth-token': ACCESS_TOKEN, 'content-type': 'application/json' },
			...(body !== undefined && { payload: JSON.stringify(body) }),
		};
		const { statusCode, payload } = await this.app.inject(request);
		return { status: statusCode, body: payload && JSON.parse(payload) };
	}
}
