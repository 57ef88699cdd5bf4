/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a process of its own beside n8n, never inside it */
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { orderJson } from './order';
import { ACCESS_TOKEN, CUSTOMERS_PATH, LIST_PATH, ORDERS, PAGE_SIZE } from './plan';

const latencyMs = Number(process.argv[2] ?? 0);

/** The store: answers from memory, every page and order serialised beforehand, so that the contestants are measured and not it. */
const orders: string[] = Array.from({ length: ORDERS }, (_, row) => orderJson(row + 1));

const pages: Buffer[] = Array.from({ length: ORDERS / PAGE_SIZE }, (_, page) =>
	Buffer.from(`[${orders.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).join(',')}]`),
);

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
	const { [Number(searchParams.get('page') ?? 1) - 1]: body } = pages;
	// BigCommerce reference 2.1: an empty V2 collection is 204 without a body.
	return { status: body ? 200 : 204, body };
}

/** What was sent, as if it had been changed, and when: without that it would not be the whole customer, and be read again. */
async function customers(request: IncomingMessage): Promise<Answer> {
	const rows: unknown = JSON.parse(await text(request));
	const changed = (Array.isArray(rows) ? rows : []).map((row) => ({ ...row, date_modified: NOW }));
	return { status: 200, body: Buffer.from(JSON.stringify({ data: changed, meta: {} })) };
}

const NOW = '2026-11-26T10:00:00+00:00';

async function answer(request: IncomingMessage, url: URL): Promise<Answer> {
	if (request.headers['x-auth-token'] !== ACCESS_TOKEN) return refusal(401, 'Unauthorized');
	if (url.pathname === LIST_PATH) return page(url);
	if (url.pathname === CUSTOMERS_PATH && request.method === 'PUT') return await customers(request);
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
