import { givesIf, isNoBody } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { orderOf, type Order } from '../records/order';
import { ORDER_SCOPE } from '../transport/orders';
import { PAGE_SIZE } from '../transport/lists';
import type { StoreClient } from '../transport/StoreClient';
import { latest } from './orderTimes';
import { orderId, seenKey, type Baseline } from './seenOrders';

/** Whether a row says anything that an order says. */
const isOrder = (row: unknown): boolean => isRecord(row) && ('id' in row || 'date_modified' in row);

export const ORDERS = {
	path: '/v2/orders',
	subject: { name: 'the list of orders', scope: ORDER_SCOPE },
	/** One bad row must not stop the sweep for ever, so it is passed over; an answer without any order is none. */
	gives: givesIf(({ status, body }) =>
		status === 204 ? isNoBody(body) : Array.isArray(body) && (!body.length || body.some(isOrder)),
	),
};

/** How many orders are looked at for the newest change: some of them may have no usable time. */
const NEWEST = 50;

/** How many orders the first sweep takes down as seen, so that one of them is not taken for new when it changes. */
const MOST_BASELINE = 1_000;

/**
 * The orders that changed, each in its latest state, oldest change first. Going on by page number would skip some: an order that changes meanwhile moves to the end, and
 * those behind it move up. So after a full page the reading begins anew at the last time it saw.
 *
 * @param stopAt ms since 1970; the rest of a large backlog is left to the next poll, and the last change read is a true watermark, since they come sorted
 */
export async function changesSince(client: StoreClient, since: number, stopAt: number): Promise<Order[]> {
	const changes = new Map<string, Order>();
	let next: number | undefined = since;
	while (next !== undefined) next = await readFrom(client, next, changes, stopAt);
	return [...changes.values()];
}

/** @returns where to begin anew; undefined when all is read or the time is up */
async function readFrom(
	client: StoreClient,
	since: number,
	changes: Map<string, Order>,
	stopAt: number,
): Promise<number | undefined> {
	const query = { min_date_modified: new Date(since).toISOString(), sort: 'date_modified:asc' };
	for await (const rows of client.pages({ ...ORDERS, query })) {
		const orders = rows.filter(isOrder).map(orderOf);
		for (const order of orders) {
			changes.delete(seenKey(order));
			changes.set(seenKey(order), order);
		}
		if (Date.now() > stopAt) return undefined;
		const last = latest(orders, since);
		// All of one second: only the next page by number leads on.
		if (rows.length === PAGE_SIZE && last > since) return last;
	}
	return undefined;
}

/** Where the first sweep begins: at the newest change there is, by the store's own clock; with no orders, at the beginning. */
export async function newestChange(client: StoreClient): Promise<number> {
	const rows = await client.list({ ...ORDERS, query: { sort: 'date_modified:desc' } }, NEWEST);
	return latest(rows.map(orderOf), 0);
}

/** The numbers of the newest orders there are. */
export async function baselineOf(client: StoreClient): Promise<Baseline> {
	const rows = await client.list({ ...ORDERS, query: { sort: 'id:desc' } }, MOST_BASELINE);
	return {
		ids: rows.flatMap((row) => orderId(orderOf(row)) ?? []),
		complete: rows.length < MOST_BASELINE,
	};
}
