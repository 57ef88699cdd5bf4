import type { Given } from '../../../shared/record/given';
import type { Query } from '../../../shared/serviceRequest';
import { orderOf, orders, type Order } from '../../records/order';
import { ORDER_SCOPE } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';

const SUBJECT = { name: 'the list of orders', scope: ORDER_SCOPE };

/** @param limit how many at most; left out: all */
export const listOrders = async (client: StoreClient, query: Query, limit?: number): Promise<Given[]> =>
	await client.list({ path: orders.path, query, subject: SUBJECT }, limit);

/** The orders that another system calls so, letter by letter; the list may find more than was asked for. */
export async function ordersCalled(client: StoreClient, name: string): Promise<Order[]> {
	const rows = await listOrders(client, { external_order_id: name });
	return rows.map(orderOf).filter(({ external_order_id: external }) => external === name);
}
