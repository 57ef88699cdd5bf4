import { fieldsIn, type Given } from '../../shared/record/given';
import * as is from '../../shared/shape';
import { OWNERS, STORE_OWNER, VARIANT_OWNER, type OwnerType } from '../transport/owners';
import type { ScopeName } from '../transport/scopes';
import type { DeliveryData } from './delivery';
import { below, inList, whole, type Place } from './places';
import { ANY_OWNER, isRemoval, order, ownerKind, withoutChannel } from './sources';

/** What an event tells of beside its object: the part of it that is new or changed. */
export interface Part {
	/** Events whose scope begins like this. */
	prefix: string;
	/** Under which it stands in the item, beside the object. */
	name: string;
	scope: ScopeName;
	/** @param record the object itself, where it is still there; undefined when the event does not name the part */
	at(data: DeliveryData, record?: Given): Place | undefined;
}

/** No call gives one message, and the ids that their list can be asked for are described as those of orders (BigCommerce reference 3.8; description of V2 orders, `min_id`). */
const messageOf = (orderId = '', id = ''): Place | undefined =>
	whole(orderId) && whole(id)
		? { path: `/v2/orders/${orderId}/messages`, id, among: {}, isPaged: true }
		: undefined;

const refundOf = ({ refund }: DeliveryData): Place | undefined =>
	below('/v3/orders/payment_actions/refunds', whole(refund?.refund_id));

/** All transactions of an order come in one list that takes no filter (BigCommerce reference 4.2). */
const transactionOf = ({ order_id: orderId = '', transaction_id: id = '' }: DeliveryData) =>
	whole(orderId) && whole(id) ? { path: `/v3/orders/${orderId}/transactions`, id, among: {} } : undefined;

const ITEMS = '/v3/inventory/items';

/** The stock at every location: levels of the catalog are no ground for decisions (BigCommerce reference 8.1). */
const stockOfVariant = (id?: string) => inList(ITEMS, 'variant_id:in', whole(id), 'identity.variant_id');

/** One row for each variant. */
function stockOfProduct(id?: string): Place | undefined {
	const place = inList(ITEMS, 'product_id:in', whole(id), 'identity.product_id');
	return place && { ...place, isMany: true };
}

/** At the location that the event names. */
function stockAt({ variant_id: variantId, location_id: locationId = '' }: DeliveryData): Place | undefined {
	const place = stockOfVariant(variantId);
	return place && whole(locationId)
		? { ...place, among: { ...place.among, 'location_id:in': locationId } }
		: place;
}

const ORDER_PART = { scope: 'Orders' } as const;
const STOCK = { name: 'stock', scope: 'Store Inventory' } as const;

/** BigCommerce reference 12.3 and 12.4. An event of one channel names the order alone. */
const PARTS: readonly Part[] = [
	{
		...ORDER_PART,
		prefix: 'store/order/message/',
		name: 'message',
		at: ({ id, message }) => messageOf(id, message?.order_message_id),
	},
	{
		...ORDER_PART,
		prefix: 'store/channel/*/order/message/',
		name: 'message',
		at: ({ order_id: id, message }) => messageOf(id, message?.order_message_id),
	},
	{ ...ORDER_PART, prefix: 'store/order/refund/', name: 'refund', at: refundOf },
	{ ...ORDER_PART, prefix: 'store/channel/*/order/refund/', name: 'refund', at: refundOf },
	{ prefix: 'store/order/transaction/', name: 'transaction', scope: 'Order Transactions', at: transactionOf },
	{
		prefix: 'store/customer/address/',
		name: 'address',
		scope: 'Customers',
		at: ({ id }) => inList('/v3/customers/addresses', 'id:in', whole(id)),
	},
	{
		...STOCK,
		name: 'variantStocks',
		prefix: 'store/product/inventory/',
		at: ({ id }) => stockOfProduct(id),
	},
	{ ...STOCK, prefix: 'store/sku/inventory/', at: ({ inventory }) => stockOfVariant(inventory?.variant_id) },
	{ ...STOCK, prefix: 'store/channel/*/inventory/product/', at: stockAt },
	{ ...ORDER_PART, prefix: 'store/cart/converted', name: 'order', at: ({ orderId }) => order(orderId) },
];

/** By what stands between `store/` and `/metafield/`. */
const OWNER_OF: Readonly<Record<string, OwnerType>> = {
	brand: OWNERS.brand,
	cart: OWNERS.cart,
	category: OWNERS.category,
	channel: OWNERS.channel,
	'inventory/location': OWNERS.location,
	order: OWNERS.order,
	product: OWNERS.product,
	'product/variant': VARIANT_OWNER,
	store: STORE_OWNER,
};

const METAFIELD = /^store\/(.+)\/metafield\//;

const VARIANT = { product_id: is.text };

/** Below which path the metafields of an owner stand; those of a variant below its product (BigCommerce reference 5.1). */
function ownerPath(
	{ value, path, isOnly, id: form }: OwnerType,
	id: string,
	record?: Given,
): string | undefined {
	if (isOnly) return path;
	if (!form.test(id)) return undefined;
	if (value !== VARIANT_OWNER.value) return `${path}/${id}`;
	const productId = whole(fieldsIn(VARIANT, record).product_id);
	return productId && `${OWNERS.product.path}/${productId}/variants/${id}`;
}

const metafieldOf = (prefix: string, owner: OwnerType): Part => ({
	prefix,
	name: 'metafield',
	scope: owner.scope,
	at: ({ metafield_id: id, resource_id: ownerId = '' }, record) => {
		const path = ownerPath(owner, ownerId, record);
		return path === undefined ? undefined : below(`/v3${path}/metafields`, whole(id));
	},
});

/** What of its object an event tells of, if that can be read again. */
export function partOf(event: string, data: DeliveryData): Part | undefined {
	if (isRemoval(event)) return undefined;
	const [, object = ''] = METAFIELD.exec(event) ?? [];
	const owner = ANY_OWNER.test(event) ? ownerKind(data.resource_type ?? '') : OWNER_OF[object];
	if (owner) return metafieldOf(event, owner);
	return PARTS.find(({ prefix }) => withoutChannel(event).startsWith(prefix));
}
