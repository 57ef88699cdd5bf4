import { givesIf, isNoBody } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { orderOf, type Order } from '../records/order';
import { ORDER_SCOPE } from '../transport/orders';
import { PAGE_SIZE } from '../transport/lists';
import type { StoreClient } from '../transport/StoreClient';
import { changesIn, type ChangedList } from './changes';
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

const changedOrders = (client: StoreClient): ChangedList<Order> => ({
	pages: (query) => client.pages({ ...ORDERS, query }),
	pageSize: PAGE_SIZE,
	since: (at) => ({ min_date_modified: new Date(at).toISOString() }),
	oldestFirst: { sort: 'date_modified:asc' },
	rowsOf: (rows) => rows.filter(isOrder).map(orderOf),
	keyOf: seenKey,
});

/** The orders that changed, each in its latest state, oldest change first. @see changesIn */
export const changesSince = async (client: StoreClient, since: number, stopAt: number): Promise<Order[]> =>
	await changesIn(changedOrders(client), since, stopAt);

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
