import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { exactNumber } from '../../shared/exactNumber';
import { ORDER_SCOPE } from '../transport/orders';
import { customer } from '../records/customer';
import { Metafields } from '../transport/metafields';
import { ORDER_OWNER } from '../transport/owners';
import { StoreClient } from '../transport/StoreClient';

const PAGE_SIZE = 50;

/** An order number finds one order, an e-mail address the orders placed with it. */
function searchQuery(filter: string): IDataObject {
	if (/^\d+$/.test(filter)) return { min_id: Number(filter), max_id: Number(filter) };
	return filter.includes('@') ? { email: filter } : {};
}

/** What is not there, or is no amount, is left out. */
function label({ id, status, total_inc_tax: total, currency_code: currency }: IDataObject): string {
	const amount =
		typeof total === 'string' || typeof total === 'number' ? exactNumber(String(total)) : undefined;
	const price = amount === undefined ? [] : [amount.toFixed(2), ...(currency ? [String(currency)] : [])];
	return [
		`#${String(id)}`,
		...(status ? [String(status)] : []),
		...(price.length ? [price.join(' ')] : []),
	].join(' – ');
}

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
	const { rows, more } = await new StoreClient(this).page(
		{
			path: '/v2/orders',
			query: { ...searchQuery(filter.trim()), sort: 'id:desc' },
			subject: { name: 'the list of orders', scope: ORDER_SCOPE },
		},
		page,
		PAGE_SIZE,
	);
	return {
		results: rows.map((order) => ({ name: label(order), value: String(order.id) })),
		...(more && { paginationToken: String(page + 1) }),
	};
}

/** The metafields of the order that is chosen in the node. @param filter part of a namespace or key */
export async function searchOrderMetafields(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const order = String(this.getCurrentNodeParameter('orderId', { extractValue: true }) ?? '');
	if (!order) return { results: [] };
	const found = await new Metafields(new StoreClient(this), { type: ORDER_OWNER, id: order }).list({});
	const results = found.map(({ id, namespace, key }) => ({
		name: `${String(namespace)}: ${String(key)}`,
		value: String(id),
	}));
	return { results: results.filter(({ name }) => name.toLowerCase().includes(filter.trim().toLowerCase())) };
}

/** An ID or an e-mail address finds one customer, anything else those with it in their name. */
function customerQuery(filter: string): IDataObject {
	if (/^\d+$/.test(filter)) return { 'id:in': filter };
	if (filter.includes('@')) return { 'email:in': filter };
	return filter ? { 'name:like': filter } : {};
}

/**
 * Customers for the resource locator.
 *
 * @param filter an ID, a whole e-mail address, or part of a name
 * @param paginationToken the next page's number as text
 */
export async function searchCustomers(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '1',
): Promise<INodeListSearchResult> {
	const page = Number(paginationToken);
	const { words, path, scope } = customer;
	const { rows, more } = await new StoreClient(this).page(
		{ path, query: customerQuery(filter.trim()), subject: { name: `the list of ${words}`, scope } },
		page,
		PAGE_SIZE,
	);
	const named = ({ first_name: first, last_name: last, email, id }: IDataObject) => ({
		name: `${[first, last].filter(Boolean).join(' ')} – ${String(email)}`,
		value: String(id),
	});
	return { results: rows.map(named), ...(more && { paginationToken: String(page + 1) }) };
}
