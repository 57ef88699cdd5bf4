import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { ORDER_SCOPE } from '../transport/orders';
import { StoreClient } from '../transport/StoreClient';

const PAGE_SIZE = 50;

/** An order number finds one order, an e-mail address the orders placed with it. */
function searchQuery(filter: string): IDataObject {
	if (/^\d+$/.test(filter)) return { min_id: Number(filter), max_id: Number(filter) };
	return filter.includes('@') ? { email: filter } : {};
}

const label = (order: IDataObject) =>
	`#${String(order.id)} – ${String(order.status)} – ${Number(order.total_inc_tax).toFixed(2)} ${String(order.currency_code)}`;

/**
 * Orders for the resource locator, newest first.
 *
 * @param filter an order number or a whole e-mail address; anything else lists everything
 * @param paginationToken the next page's number as text (n8n 2.41 passes it on as a string)
 */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '1',
): Promise<INodeListSearchResult> {
	const page = Number(paginationToken);
	const query = { ...searchQuery(filter.trim()), sort: 'id:desc', page, limit: PAGE_SIZE };
	const { body } = await new StoreClient(this).send({
		method: 'GET',
		path: '/v2/orders',
		query,
		subject: { name: 'the list of orders', scope: ORDER_SCOPE },
	});
	const orders: IDataObject[] = Array.isArray(body) ? body : [];
	return {
		results: orders.map((order) => ({ name: label(order), value: String(order.id) })),
		...(orders.length === PAGE_SIZE && { paginationToken: String(page + 1) }),
	};
}
