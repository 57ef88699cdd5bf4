/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import axios from 'axios';

import { createBigCommerceStandIn } from '../../sandbox/bigcommerce';
import { ACCESS_TOKEN } from '../../sandbox/core/fixtures';
import { startServer } from '../../sandbox/server';

interface CallOptions {
	token?: string;
	headers?: Record<string, string>;
	/** hangs up */
	signal?: AbortSignal;
}

/** The stand-in alone on a free port, with clients for its API and its controls. */
export async function openStore(dataDir?: string) {
	const server = await startServer({ dataDir }, async (context) => ({
		bigCommerce: await createBigCommerceStandIn(context),
	}));
	const client = axios.create({ baseURL: server.url, validateStatus: () => true });

	/** Calls the API below /stores/sandbox1. */
	const api = async (
		method: string,
		path: string,
		data?: unknown,
		{ token = ACCESS_TOKEN, headers = {}, signal }: CallOptions = {},
	) =>
		await client.request({
			signal,
			method,
			url: `/bigcommerce/stores/sandbox1${path}`,
			data,
			headers: { 'X-Auth-Token': token, Accept: 'application/json', ...headers },
		});

	/** Calls the control API below /_sandbox. */
	const control = async (method: string, path: string, data?: unknown) =>
		await client.request({ method, url: `/_sandbox${path}`, data });

	/** Places an order as a shopper and gives its id. */
	const place = async (scenario = 'harmless', overrides = {}): Promise<number> => {
		const { data, status } = await control('POST', '/bigcommerce/orders', { scenario, overrides });
		expect(status).toBe(200);
		return data.id;
	};

	return { ...server, api, control, place };
}

export type Store = Awaited<ReturnType<typeof openStore>>;

export interface Callback {
	headers: IncomingHttpHeaders;
	body: string;
}

/** A receiver of callbacks whose answers a test chooses. */
export async function openReceiver() {
	const received: Callback[] = [];
	let status = 200;
	let waiting: Array<() => void> = [];
	let held = Promise.resolve();
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
			void held.then(() => response.writeHead(status).end());
			waiting.forEach((wake) => wake());
			waiting = [];
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port }: AddressInfo = Object.assign({ address: '', family: '', port: 0 }, server.address());
	return {
		url: `http://127.0.0.1:${port}/callback`,
		received,
		answer: (code: number) => {
			status = code;
		},
		/** Receives, but answers nothing until what it gives back is called. */
		hold: (): (() => void) => {
			let letGo = () => {};
			held = new Promise((resolve) => {
				letGo = resolve;
			});
			return () => letGo();
		},
		/** Resolves when so many callbacks have arrived. */
		until: async (count: number) => {
			while (received.length < count) {
				await new Promise<void>((resolve) => waiting.push(resolve));
			}
		},
		scopes: () => received.map(({ body }): string => JSON.parse(body).scope),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

/** Waits until a condition holds; the test's own time-out ends it. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Registers a hook; what `changes` does not say is of no matter. */
export const registerHook = async (store: Store, changes: Record<string, unknown> = {}, token?: string) =>
	await store.api(
		'POST',
		'/v3/hooks',
		{ scope: 'store/order/statusUpdated', destination: 'https://n8n.example.com/hook', ...changes },
		{ token },
	);
