import { isNamed, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import type { Given } from '../../shared/record/given';
import { recordOf, v3List } from '../transport/dialect';
import { INFERRED } from '../transport/inferred';
import type { ScopeName } from '../transport/scopes';
import type { StoreClient } from '../transport/StoreClient';
import { singleData, type Delivery, type DeliveryData } from './delivery';

/** Where the object of an event is read, and how its id is found in the event. */
interface Source {
	/** Events whose scope begins like this. The first that fits is taken, so longer ones come first. */
	prefix: string;
	name: string;
	scope: ScopeName;
	/** Below which path it is read, and by which id; undefined where no endpoint reads it. */
	at(data: DeliveryData): Place | undefined;
	/** It is one row of a list that is narrowed down to its id, since no endpoint gives it alone. */
	inList?: true;
}

interface Place {
	path: string;
	id: string;
}

const whole = (id = ''): string | undefined => (/^\d+$/.test(id) ? id : undefined);

const uuid = (id = ''): string | undefined => (/^[0-9a-f-]{36}$/i.test(id) ? id : undefined);

const below = (path: string, id: string | undefined): Place | undefined => (id ? { path, id } : undefined);

const order = (id?: string) => below('/v2/orders', whole(id));

const product = (id?: string) => below('/v3/catalog/products', whole(id));

const cart = (id?: string) => below('/v3/carts', uuid(id));

const customer = (id?: string) => below('/v3/customers', whole(id));

const ORDER = { name: 'order', scope: 'Orders' } as const;
const CUSTOMER = { name: 'customer', scope: 'Customers', inList: true } as const;
const PRODUCT = { name: 'product', scope: 'Products' } as const;
const CART = { name: 'cart', scope: 'Carts' } as const;

/** BigCommerce reference 12.3: what the ids of each event mean. Objects that no endpoint reads by id stay thin. */
const SOURCES: readonly Source[] = [
	{ ...ORDER, prefix: 'store/order/transaction/', at: (data) => order(data.order_id) },
	{ ...ORDER, prefix: 'store/order/metafield/', at: (data) => order(data.resource_id) },
	{ ...ORDER, prefix: 'store/order/', at: (data) => order(data.id ?? data.order_id) },
	{
		...ORDER,
		name: 'shipment',
		prefix: 'store/shipment/',
		at: ({ id, orderId }) =>
			whole(orderId) ? below(`/v2/orders/${orderId}/shipments`, whole(id)) : undefined,
	},
	{
		...CUSTOMER,
		prefix: 'store/customer/address/',
		at: ({ address }) => customer(address?.customer_id),
	},
	{ ...CUSTOMER, prefix: 'store/customer/channel/', at: (data) => customer(data.customer_id) },
	{ ...CUSTOMER, prefix: 'store/customer/', at: (data) => customer(data.id) },
	{ ...ORDER, prefix: 'store/channel/*/order/', at: (data) => order(data.order_id ?? data.id) },
	{ ...PRODUCT, prefix: 'store/product/inventory/', at: (data) => product(data.id) },
	{ ...PRODUCT, prefix: 'store/product/metafield/', at: (data) => product(data.resource_id) },
	{ ...PRODUCT, prefix: 'store/product/variant/', at: () => undefined },
	{ ...PRODUCT, prefix: 'store/product/', at: (data) => product(data.id) },
	{ ...PRODUCT, prefix: 'store/channel/*/inventory/product/', at: (data) => product(data.product_id) },
	{ ...CART, prefix: 'store/cart/lineItem/', at: (data) => cart(data.cartId) },
	{ ...CART, prefix: 'store/cart/metafield/', at: () => undefined },
	{ ...CART, prefix: 'store/cart/', at: (data) => cart(data.id) },
];

export type FullRecord =
	| { kind: string; record: Given }
	/** It was deleted since the event. */
	| { kind: string; gone: true }
	/** The store did not give it; `passing` when another try later may. */
	| { kind: string; refused: Error; passing: boolean };

const withoutChannel = (event: string) => event.replace(/^store\/channel\/\d+\//, 'store/channel/*/');

/** Where the object of an event is read, if it is one that can be read again. */
export const sourceOf = (event: string): Source | undefined =>
	event.endsWith('/deleted')
		? undefined
		: SOURCES.find(({ prefix }) => withoutChannel(event).startsWith(prefix));

/** A list of nothing but the one that was asked for, or of nothing. */
const listOfOne =
	(id: string): Gives =>
	(reply) =>
		v3List(reply) ??
		(rowsOf(reply.body).every((row) => isNamed(row, 'id', id)) ? undefined : 'data of another shape');

const rowsOf = (body: unknown): Given[] =>
	isRecord(body) && Array.isArray(body.data) ? body.data.filter(isRecord) : [];

/**
 * Reads the object of an event again: a delivery is a hint, not the truth (design page).
 *
 * @returns undefined when there is nothing to read for this event
 */
export async function readFullRecord(
	client: StoreClient,
	delivery: Delivery,
): Promise<FullRecord | undefined> {
	const source = sourceOf(delivery.scope);
	const place = source?.at(singleData(delivery));
	if (!source || !place) return undefined;
	const { name: kind, scope, inList } = source;
	const { path, id } = place;
	const request = {
		method: 'GET' as const,
		path: inList ? path : `${path}/${id}`,
		...(inList && { query: { 'id:in': id } }),
		subject: { name: `${kind} of the delivery`, scope },
		gives: inList ? listOfOne(id) : recordOf(path, id),
	};
	const { last } = await client.tryRequest(request);
	if (last.status === 404) return { kind, gone: true };
	if (!('headers' in last) || last.status >= 300) {
		const passing =
			!('headers' in last) || last.status >= 500 || INFERRED.passingRefusals.includes(last.status);
		return { kind, refused: client.refusal(last, request), passing };
	}
	const record = inList ? rowsOf(last.body).at(0) : recordIn(path, last.body);
	return isRecord(record) ? { kind, record } : { kind, gone: true };
}

const recordIn = (path: string, body: unknown): unknown =>
	path.startsWith('/v3/') && isRecord(body) ? body.data : body;
