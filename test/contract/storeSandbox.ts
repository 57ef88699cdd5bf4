import axios from 'axios';
import type { AxiosInstance } from 'axios';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { createBigCommerceStandIn } from '../sandbox/bigcommerce';
import type { CollectionTable } from '../sandbox/bigcommerce/collection/table';
import type { SandboxContext } from '../sandbox/core/context';
import { ACCESS_TOKEN, STORE_HASH } from '../sandbox/core/fixtures';
import { SERVICE_PREFIXES } from '../sandbox/core/service';
import { startServer } from '../sandbox/server';

/** Where B2B Edition answers, below the stand-in. */
const B2B_BASE = '/api/v3/io';

/** One of the stand-in's routes, as it is registered. */
class Route {
	private readonly pattern: RegExp;

	constructor(
		private readonly method: string,
		private readonly path: string,
	) {
		this.pattern = new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`);
	}

	fits({ method, url }: { method: string; url: string }): boolean {
		return method === this.method && this.pattern.test(url.split('?')[0]);
	}

	/** Whether it is a call of one of these collections: at its list, or one segment below. */
	isOf(tables: readonly CollectionTable[]): boolean {
		return tables.some(({ version, path }) => {
			const list = version === 'b2b' ? `${B2B_BASE}${path}` : `/stores/:storeHash/${version}${path}`;
			return [list, `${list}/:id`, `${list}/count`].includes(this.path);
		});
	}

	toString() {
		return `${this.method} ${this.path}`;
	}
}

/** The BigCommerce stand-in alone on a free port. */
export interface StoreSandbox {
	url: string;
	context: SandboxContext;
	/** every route of the vendor's API that the stand-in has */
	routes(): Route[];
	/** every route of B2B Edition that it has */
	b2bRoutes(): Route[];
	close(): Promise<void>;
}

/** Starts the BigCommerce stand-in in this process. */
export async function startStoreSandbox(): Promise<StoreSandbox> {
	const [routes, b2bRoutes]: [Route[], Route[]] = [[], []];
	const { url, context, close } = await startServer({}, async (serverContext) => {
		const standIn = await createBigCommerceStandIn(serverContext);
		return {
			bigCommerce: {
				...standIn,
				async register(app: FastifyInstance) {
					app.addHook('onRoute', ({ method, url: path }) => {
						const below = path.slice(SERVICE_PREFIXES.bigcommerce.length);
						const isB2b = below.startsWith(B2B_BASE);
						const isVendors = isB2b || below.startsWith('/stores/');
						for (const verb of [method].flat()) {
							// fastify adds HEAD beside each GET; no description has it.
							if (!isVendors || verb === 'HEAD') continue;
							(isB2b ? b2bRoutes : routes).push(new Route(verb, below));
						}
					});
					await standIn.register(app);
				},
			},
		};
	});
	return { url, context, routes: () => routes, b2bRoutes: () => b2bRoutes, close };
}

/** One call of a suite: method, path below the store, body, and the status that it must get. */
export interface Call {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	path: string;
	body?: unknown;
	status: number;
}

/** A store's API as a client sees it. Every status is an answer, none an error. */
export const storeClient = (sandboxUrl: string, token: string = ACCESS_TOKEN): AxiosInstance =>
	axios.create({
		baseURL: `${sandboxUrl}/bigcommerce/stores/${STORE_HASH}`,
		headers: { 'X-Auth-Token': token, Accept: 'application/json' },
		validateStatus: () => true,
		// What a description says about one address is not checked by following another.
		maxRedirects: 0,
	});

/** B2B Edition of the store as a client sees it. */
export const b2bClient = (sandboxUrl: string, token: string = ACCESS_TOKEN): AxiosInstance =>
	axios.create({
		baseURL: `${sandboxUrl}/bigcommerce${B2B_BASE}`,
		headers: { 'X-Auth-Token': token, 'X-Store-Hash': STORE_HASH, Accept: 'application/json' },
		validateStatus: () => true,
	});

/** Makes a call and gives its body. */
export async function call(client: AxiosInstance, { method, path, body, status }: Call): Promise<unknown> {
	// A POST without a body names its type all the same; axios would name that of a form.
	const headers = method === 'POST' ? { 'Content-Type': 'application/json' } : {};
	const answer = await client.request<unknown>({ method, url: path, data: body, headers });
	expect({ call: `${method} ${path}`, status: answer.status, body: answer.data }).toMatchObject({ status });
	return answer.data;
}

const identified = z.object({ id: z.number() });

/** The id of a resource that V2 answered bare. */
export const idOf = (body: unknown) => identified.parse(body).id;

/** The id of a resource in the envelope of V3. */
export const dataIdOf = (body: unknown) => z.object({ data: identified }).parse(body).data.id;

/** The id of the first item of a bare V2 list. */
export const firstIdOf = (body: unknown) => z.array(identified).nonempty().parse(body)[0].id;
