/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import axios from 'axios';
import type { Method } from 'axios';

import {
	OPENTEXT_CLIENT_ID,
	OPENTEXT_CLIENT_SECRET,
	SIGNATURE_SUBSCRIPTION,
} from '../../sandbox/core/fixtures';
import { startServer } from '../../sandbox/server';
import { createSignatureStandIn } from '../../sandbox/signature';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

export const CLIENT = {
	grant_type: 'client_credentials',
	client_id: OPENTEXT_CLIENT_ID,
	client_secret: OPENTEXT_CLIENT_SECRET,
};
export const OTDS_CLIENT = { ...CLIENT, subscription: `subscription:${SIGNATURE_SUBSCRIPTION}` };

export const CONTENT = {
	file_from_content: Buffer.from('Order 100, total 4 999.00 EUR').toString('base64'),
	file_from_content_name: 'order-100.txt',
};

export const ANNA = 'anna.first@example.com';
export const BEN = 'ben.second@example.com';
export const CARA = 'cara.approver@example.com';

export const signer = (email: string, order: number | string, more: object = {}) => ({
	email,
	full_name: email.split('@')[0],
	order,
	...more,
});

export const pause = async () => await new Promise<void>((resolve) => setTimeout(resolve, 5));

/** The stand-in alone on a free port, with clients for its API and its controls. */
export async function openSignature(dataDir?: string) {
	const server = await startServer({ dataDir }, async (context) => ({
		signature: await createSignatureStandIn(context),
	}));
	const client = axios.create({
		baseURL: server.url,
		validateStatus: () => true,
		maxBodyLength: Number.POSITIVE_INFINITY,
	});

	const token = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
		await client.post(`/signature${path}/oauth2/token`, body, { headers });

	let bearer = '';
	const signIn = async (body: object = OTDS_CLIENT) => {
		const { data } = await token('/otdstenant/sandbox-tenant', body);
		bearer = data.access_token;
	};
	await signIn();

	/** Calls the API with a token. */
	const api = async (method: Method, path: string, data?: unknown, headers: Record<string, string> = {}) =>
		await client.request({
			method,
			url: path.startsWith('http') ? path : `/signature/api/v1${path}`,
			data,
			headers: { Authorization: `Bearer ${bearer}`, ...headers },
		});

	/** Calls the stand-in's controls. */
	const control = async (method: Method, path: string, data?: unknown) =>
		await client.request({ method, url: `/_sandbox/signature${path}`, data });

	const settings = async (switches: object) => await control('POST', '/settings', switches);

	/** Moves the sandbox's clock. Tokens expire with it, so a new one is fetched. */
	const advance = async (ms: number) => {
		await client.post('/_sandbox/clock', { advanceMs: ms });
		await signIn();
	};

	/** Document and request in one call. */
	const send = async (signers: object[], more: object = {}) =>
		await api('POST', '/signature-request-quick-create/', {
			...CONTENT,
			name: 'Order 100',
			signers,
			...more,
		});

	/** uuid of the document behind an answer to `send`. */
	const uuidOf = ({ data }: { data: { document: string } }) => data.document.split('/').at(-2) ?? '';

	const read = async (uuid: string) => (await api('GET', `/documents/${uuid}/`)).data;

	/** Reads a document until its status is the wanted one and it is not being worked on; fails by the test's time-out. */
	const settled = async (uuid: string, ...statuses: string[]) => {
		for (;;) {
			const document = await read(uuid);
			if (statuses.includes(document.status) && !document.processing) return document;
			await pause();
		}
	};

	/** Sends to these signers and waits until it is out. */
	const sent = async (signers: object[], more: object = {}) => {
		const uuid = uuidOf(await send(signers, more));
		await settled(uuid, 'se');
		return uuid;
	};

	const act = async (uuid: string, email: string, action: string, more: object = {}) =>
		await control('POST', `/documents/${uuid}/act`, { email, action, ...more });

	const outbox = async (kind?: string) => {
		const { data } = await control('GET', '/outbox');
		return data
			.filter((mail: { kind: string }) => kind === undefined || mail.kind === kind)
			.map((mail: { to: string }) => mail.to)
			.reverse();
	};

	/** Types of a document's events, oldest first. */
	const eventTypes = async (uuid: string) => {
		const { data } = await control('GET', `/documents/${uuid}`);
		return data.events.map((event: { event_type: string }) => event.event_type);
	};

	return {
		...server,
		client,
		token,
		signIn,
		api,
		control,
		settings,
		advance,
		send,
		uuidOf,
		read,
		settled,
		sent,
		act,
		outbox,
		eventTypes,
	};
}

export type Signature = Awaited<ReturnType<typeof openSignature>>;

export interface Received {
	url: string;
	body: Record<string, unknown> & {
		uuid: string;
		event_type: string;
		event_time: string;
		event_hash?: string;
		document: Record<string, unknown>;
		signer: Record<string, unknown> | null;
	};
}

/** A receiver of callbacks on a free port; it answers with the given statuses in turn, then 200. */
export async function openReceiver(...statuses: number[]) {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => {
			received.push({ url: request.url ?? '', body: JSON.parse(Buffer.concat(pieces).toString()) });
			response.statusCode = statuses.shift() ?? 200;
			response.end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const isAddress = (address: ReturnType<typeof server.address>): address is AddressInfo =>
		typeof address === 'object' && address !== null;
	const address = server.address();
	if (!isAddress(address)) throw new Error('The receiver has no port');
	/** Waits for that many callbacks; fails by the test's time-out. */
	const arrived = async (count: number) => {
		while (received.length < count) await pause();
		return received;
	};
	const close = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	return {
		url: `http://127.0.0.1:${address.port}/callback?secret=long-and-random`,
		received,
		arrived,
		close,
	};
}

export const typesOf = (received: Received[]) => received.map(({ body }) => body.event_type);
