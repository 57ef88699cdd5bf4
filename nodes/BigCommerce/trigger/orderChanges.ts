import type { IDataObject } from 'n8n-workflow';
import { ORDER_SCOPE } from '../transport/orders';
import { PAGE_SIZE, type StoreClient } from '../transport/StoreClient';
import { latest } from './orderTimes';
import { orderId, seenKey } from './seenOrders';

export const ORDERS = { path: '/v2/orders', subject: { name: 'the list of orders', scope: ORDER_SCOPE } };

/** How many orders are looked at for the newest one: some of them may have no usable time or number. */
const NEWEST = 50;

/**
 * The orders that changed, each in its latest state, oldest change first. Going on by page number would skip some: an order that changes meanwhile moves to the end, and
 * those behind it move up. So after a full page the reading begins anew at the last time it saw.
 *
 * @param stopAt ms since 1970; the rest of a large backlog is left to the next poll, and the last change read is a true watermark, since they come sorted
 */
export async function changesSince(
	client: StoreClient,
	since: number,
	stopAt: number,
): Promise<IDataObject[]> {
	const changes = new Map<string, IDataObject>();
	let next: number | undefined = since;
	while (next !== undefined) next = await readFrom(client, next, changes, stopAt);
	return [...changes.values()];
}

/** @returns where to begin anew; undefined when all is read or the time is up */
async function readFrom(
	client: StoreClient,
	since: number,
	changes: Map<string, IDataObject>,
	stopAt: number,
): Promise<number | undefined> {
	const query = { min_date_modified: new Date(since).toISOString(), sort: 'date_modified:asc' };
	for await (const orders of client.pages({ ...ORDERS, query })) {
		for (const order of orders) {
			changes.delete(seenKey(order));
			changes.set(seenKey(order), order);
		}
		if (Date.now() > stopAt) return undefined;
		const last = latest(orders, since);
		// All of one second: only the next page by number leads on.
		if (orders.length === PAGE_SIZE && last > since) return last;
	}
	return undefined;
}

/** Where the first sweep begins: at the newest change there is, by the store's own clock; with no orders, at the beginning. */
export async function newestChange(client: StoreClient): Promise<number> {
	return latest(await client.list({ ...ORDERS, query: { sort: 'date_modified:desc' } }, NEWEST), 0);
}

/** The highest order number there is; 0 with no orders. */
export async function newestId(client: StoreClient): Promise<number> {
	const orders = await client.list({ ...ORDERS, query: { sort: 'id:desc' } }, NEWEST);
	return Math.max(0, ...orders.map((order) => orderId(order) ?? 0));
}
