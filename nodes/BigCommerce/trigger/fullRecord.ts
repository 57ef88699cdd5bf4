import type { IDataObject } from 'n8n-workflow';
import type { StoreClient } from '../transport/StoreClient';
import { isRecord } from '../../shared/isRecord';
import { singleData, type Delivery } from './delivery';

/** Where the object of an event is read, and how its id is found in the event. */
interface Source {
	/** Events whose scope begins like this. The first that fits is taken, so longer ones come first. */
	prefix: string;
	name: string;
	scope: string;
	path(data: Record<string, unknown>): string | undefined;
	query?(data: Record<string, unknown>): IDataObject;
}

const whole = (value: unknown): string | undefined =>
	/^\d+$/.test(String(value)) ? String(value) : undefined;

const uuid = (value: unknown): string | undefined =>
	/^[0-9a-f-]{36}$/i.test(String(value)) ? String(value) : undefined;

const below = (path: string, id: string | undefined) => (id ? `${path}/${id}` : undefined);

/** BigCommerce reference 12.3: what the ids of each event mean. Objects that no endpoint reads by id stay thin. */
const SOURCES: readonly Source[] = [
	{
		prefix: 'store/order/transaction/',
		name: 'order',
		scope: 'Orders: read-only',
		path: (data) => below('/v2/orders', whole(data.order_id)),
	},
	{
		prefix: 'store/order/metafield/',
		name: 'order',
		scope: 'Orders: read-only',
		path: (data) => below('/v2/orders', whole(data.resource_id)),
	},
	{
		prefix: 'store/order/',
		name: 'order',
		scope: 'Orders: read-only',
		path: (data) => below('/v2/orders', whole(data.id)),
	},
	{
		prefix: 'store/shipment/',
		name: 'shipment',
		scope: 'Orders: read-only',
		path: (data) => {
			const orderId = whole(data.orderId);
			return orderId && below(`/v2/orders/${orderId}/shipments`, whole(data.id));
		},
	},
	{
		prefix: 'store/customer/address/',
		name: 'customer',
		scope: 'Customers: read-only',
		path: ({ address }) => (isRecord(address) && whole(address.customer_id) ? '/v3/customers' : undefined),
		query: ({ address }) => ({ 'id:in': isRecord(address) ? String(address.customer_id) : '' }),
	},
	{
		prefix: 'store/customer/',
		name: 'customer',
		scope: 'Customers: read-only',
		path: (data) => (whole(data.id) ? '/v3/customers' : undefined),
		query: (data) => ({ 'id:in': String(data.id) }),
	},
	{
		prefix: 'store/channel/{channel_id}/order/',
		name: 'order',
		scope: 'Orders: read-only',
		path: (data) => below('/v2/orders', whole(data.order_id)),
	},
	{
		prefix: 'store/product/inventory/',
		name: 'product',
		scope: 'Products: read-only',
		path: (data) => below('/v3/catalog/products', whole(data.id)),
	},
	{
		prefix: 'store/product/metafield/',
		name: 'product',
		scope: 'Products: read-only',
		path: (data) => below('/v3/catalog/products', whole(data.resource_id)),
	},
	{ prefix: 'store/product/variant/', name: 'product', scope: 'Products: read-only', path: () => undefined },
	{
		prefix: 'store/product/',
		name: 'product',
		scope: 'Products: read-only',
		path: (data) => below('/v3/catalog/products', whole(data.id)),
	},
	{
		prefix: 'store/channel/*/inventory/product/',
		name: 'product',
		scope: 'Products: read-only',
		path: (data) => below('/v3/catalog/products', whole(data.product_id)),
	},
	{
		prefix: 'store/cart/lineItem/',
		name: 'cart',
		scope: 'Carts: read-only',
		path: (data) => below('/v3/carts', uuid(data.cartId)),
	},
	{ prefix: 'store/cart/metafield/', name: 'cart', scope: 'Carts: read-only', path: () => undefined },
	{
		prefix: 'store/cart/',
		name: 'cart',
		scope: 'Carts: read-only',
		path: (data) => below('/v3/carts', uuid(data.id)),
	},
];

export type FullRecord =
	| { kind: string; record: IDataObject }
	/** It was deleted since the event. */
	| { kind: string; gone: true };

const withoutChannel = (event: string) =>
	event.replace(/^store\/channel\/\d+\//, 'store/channel/{channel_id}/');

/** `[kind]` of the object an event is about, if it is one that can be read again. */
export const sourceOf = (event: string): Source | undefined =>
	event.endsWith('/deleted')
		? undefined
		: SOURCES.find(({ prefix }) => withoutChannel(event).startsWith(prefix));

/**
 * Reads the object of an event again: a delivery is a hint, not the truth (design page).
 *
 * @returns undefined when there is nothing to read for this event
 * @throws NodeApiError when BigCommerce does not answer; the sender then tries again
 */
export async function readFullRecord(
	client: StoreClient,
	delivery: Delivery,
): Promise<FullRecord | undefined> {
	const source = sourceOf(delivery.scope);
	const data = singleData(delivery);
	const path = source?.path(data);
	if (!source || !path) return undefined;
	const subject = { name: `${source.name} of the delivery`, scope: source.scope };
	const request = { method: 'GET' as const, path, query: source.query?.(data), subject };
	const { last } = await client.attempt(request);
	if (last.status === 404) return { kind: source.name, gone: true };
	if (!('headers' in last) || last.status >= 300) throw client.refusal(last, request);
	const body = path.startsWith('/v3/') && isRecord(last.body) ? last.body.data : last.body;
	const record: unknown = Array.isArray(body) ? body[0] : body;
	return isRecord(record) ? { kind: source.name, record } : { kind: source.name, gone: true };
}
