/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a process of its own beside n8n, never inside it */
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import { orderJson } from './order';
import { ACCESS_TOKEN, LIST_PATH, ORDERS, PAGE_SIZE } from './plan';

/** The store: answers the list of orders from memory, every page serialised beforehand, so that the contestants are measured and not it. */
const pages: Buffer[] = Array.from({ length: ORDERS / PAGE_SIZE }, (_, page) => {
	const orders = Array.from({ length: PAGE_SIZE }, (__, row) => orderJson(page * PAGE_SIZE + row + 1));
	return Buffer.from(`[${orders.join(',')}]`);
});

/** BigCommerce reference 2.7; a quota that never runs out. */
const QUOTA: OutgoingHttpHeaders = {
	'X-Rate-Limit-Time-Window-Ms': '30000',
	'X-Rate-Limit-Time-Reset-Ms': '15000',
	'X-Rate-Limit-Requests-Quota': '100000',
	'X-Rate-Limit-Requests-Left': '90000',
};

const refusal = (status: number, message: string) => Buffer.from(JSON.stringify([{ status, message }]));

const server = createServer((request, response) => {
	const url = new URL(request.url ?? '/', 'http://127.0.0.1');
	const answer = (status: number, body?: Buffer) => {
		const content = body && { 'Content-Type': 'application/json', 'Content-Length': body.length };
		response.writeHead(status, { ...QUOTA, ...content }).end(body);
	};
	if (request.headers['x-auth-token'] !== ACCESS_TOKEN) answer(401, refusal(401, 'Unauthorized'));
	else if (url.pathname !== LIST_PATH) answer(404, refusal(404, 'Not found'));
	else if (url.searchParams.get('limit') !== String(PAGE_SIZE)) answer(413, refusal(413, 'Only full pages'));
	else {
		const page = pages[Number(url.searchParams.get('page') ?? 1) - 1];
		// BigCommerce reference 2.1: an empty V2 collection is 204 without a body.
		answer(page ? 200 : 204, page);
	}
});

server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	if (typeof address === 'object' && address) process.send?.(`http://127.0.0.1:${address.port}`);
});
process.once('disconnect', () => process.exit());
