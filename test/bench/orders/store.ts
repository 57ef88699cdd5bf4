/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a process of its own beside n8n, never inside it */
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { orderJson, orderWithParts, PARTS_OF_ORDER } from './order';
import {
	ACCESS_TOKEN,
	CUSTOMERS_PATH,
	LIST_PATH,
	ORDERS,
	PAGE_SIZE,
	PRICES_PATH,
	PRODUCTS_PATH,
	RACES,
} from './plan';

const latencyMs = Number(process.argv[2] ?? 0);

/** The store: answers from memory, every page and order serialised beforehand, so that the contestants are measured and not it. */
const orders: string[] = Array.from({ length: ORDERS }, (_, row) => orderJson(row + 1));

const pagesOf = (rows: readonly string[]): Buffer[] =>
	Array.from({ length: rows.length / PAGE_SIZE }, (_, page) =>
		Buffer.from(`[${rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).join(',')}]`),
	);

const pages = pagesOf(orders);

/** Those that are read with their lines and addresses. */
const few = Array.from({ length: RACES.details.expected }, (_, row) => row + 1);
const detailedPages = pagesOf(few.map(orderWithParts));
const parts = Object.entries(PARTS_OF_ORDER).flatMap(([name, partOf]) =>
	few.map((id): [string, Buffer] => [`${LIST_PATH}/${id}/${name}`, Buffer.from(partOf(id))]),
);
const partsByPath = new Map(parts);

/** BigCommerce reference 2.7; a quota that never runs out. */
const QUOTA: OutgoingHttpHeaders = {
	'X-Rate-Limit-Time-Window-Ms': '30000',
	'X-Rate-Limit-Time-Reset-Ms': '15000',
	'X-Rate-Limit-Requests-Quota': '100000',
	'X-Rate-Limit-Requests-Left': '90000',
};

interface Answer {
	status: number;
	body?: Buffer;
}

const refusal = (status: number, message: string): Answer => ({
	status,
	body: Buffer.from(JSON.stringify([{ status, message }])),
});

function page({ searchParams }: URL): Answer {
	if (searchParams.get('limit') !== String(PAGE_SIZE)) return refusal(413, 'Only full pages');
	const list = searchParams.has('include') ? detailedPages : pages;
	const { [Number(searchParams.get('page') ?? 1) - 1]: body } = list;
	// BigCommerce reference 2.1: an empty V2 collection is 204 without a body.
	return { status: body ? 200 : 204, body };
}

const sent = async (request: IncomingMessage): Promise<unknown> => JSON.parse(await text(request));

const given = (data: unknown): Answer => ({
	status: 200,
	body: Buffer.from(JSON.stringify({ data, meta: {} })),
});

/** What was sent, as if it had been changed, and when: without that it would not be the whole record, and be read again. */
async function changed(request: IncomingMessage): Promise<Answer> {
	const rows = await sent(request);
	return given((Array.isArray(rows) ? rows : []).map((row) => ({ ...row, date_modified: NOW })));
}

/** The same of one record, which the end of the path names. */
async function changedOne(request: IncomingMessage, name: string, path: string): Promise<Answer> {
	const [id] = path.split('/');
	return given({ ...Object(await sent(request)), [name]: Number(id), date_modified: NOW });
}

/** A call that changes something. */
async function change(request: IncomingMessage, path: string): Promise<Answer> {
	if (path === CUSTOMERS_PATH || path === PRODUCTS_PATH) return await changed(request);
	if (path.startsWith(`${PRODUCTS_PATH}/`)) {
		return await changedOne(request, 'id', path.slice(PRODUCTS_PATH.length + 1));
	}
	if (path.startsWith(`${PRICES_PATH}/`)) {
		return await changedOne(request, 'variant_id', path.slice(PRICES_PATH.length + 1));
	}
	if (path !== PRICES_PATH) return refusal(404, 'Not found');
	await sent(request);
	// All that the store says of many prices (BigCommerce reference 9.2).
	return given({});
}

const NOW = '2026-11-26T10:00:00+00:00';

async function answer(request: IncomingMessage, url: URL): Promise<Answer> {
	if (request.headers['x-auth-token'] !== ACCESS_TOKEN) return refusal(401, 'Unauthorized');
	if (url.pathname === LIST_PATH) return page(url);
	if (request.method === 'PUT') return await change(request, url.pathname);
	const part = partsByPath.get(url.pathname);
	if (part) return { status: 200, body: part };
	const { [Number(url.pathname.replace(`${LIST_PATH}/`, '')) - 1]: order } = orders;
	return order ? { status: 200, body: Buffer.from(order) } : refusal(404, 'Not found');
}

let seen = { calls: 0, atOnce: 0 };
let underWay = 0;

const server = createServer((request, response) => {
	const url = new URL(request.url ?? '/', 'http://127.0.0.1');
	const send = ({ status, body }: Answer) => {
		const content = body && { 'Content-Type': 'application/json', 'Content-Length': body.length };
		response.writeHead(status, { ...QUOTA, ...content }).end(body);
	};
	if (url.pathname === '/traffic') {
		send({ status: 200, body: Buffer.from(JSON.stringify(seen)) });
		seen = { calls: 0, atOnce: 0 };
		return;
	}
	underWay += 1;
	seen = { calls: seen.calls + 1, atOnce: Math.max(seen.atOnce, underWay) };
	response.once('close', () => (underWay -= 1));
	const answered = answer(request, url);
	if (latencyMs) setTimeout(() => void answered.then(send), latencyMs);
	else void answered.then(send);
});

server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	if (typeof address === 'object' && address) process.send?.(`http://127.0.0.1:${address.port}`);
});
process.once('disconnect', () => process.exit());
