import { OWNERS, ownerType, STORE_OWNER, VARIANT_OWNER, type OwnerType } from '../transport/owners';
import type { ScopeName } from '../transport/scopes';
import type { DeliveryData } from './delivery';
import { below, inList, whole, type Place } from './places';

/** What an event is about. */
export interface Source {
	/** Events whose scope begins like this. The first that fits is taken, so longer ones come first. */
	prefix: string;
	/** Under which the record stands in the item. */
	name: string;
	scope: ScopeName;
	/** Undefined where no endpoint reads it, or the event does not name it. */
	at(data: DeliveryData): Place | undefined;
}

export const order = (id?: string) => below('/v2/orders', whole(id));

const product = (id?: string) => below('/v3/catalog/products', whole(id));

const cart = (id = '') => below('/v3/carts', OWNERS.cart.id.test(id) ? id : undefined);

const customer = (id?: string) => inList('/v3/customers', 'id:in', whole(id));

const category = (id?: string) =>
	inList('/v3/catalog/trees/categories', 'category_id:in', whole(id), 'category_id');

const priceList = (id?: string) => below('/v3/pricelists', whole(id));

const channel = (id?: string) => below('/v3/channels', whole(id));

const location = (id?: string) => inList('/v3/inventory/locations', 'location_id:in', whole(id));

const STORE_PROFILE: Place = { path: '/v2/store' };

const variantAlone = (id?: string) => inList('/v3/catalog/variants', 'id', whole(id));

const ofProduct = (id: string | undefined, part: string, partId?: string) =>
	whole(id) ? below(`/v3/catalog/products/${id}/${part}`, whole(partId)) : undefined;

/** A product option is read below any of the products that have it. */
const ofAffected =
	(part: string) =>
	({ id, affected_product_ids: products = [] }: DeliveryData) =>
		ofProduct(products.at(0), part, id);

/** The stock of a variant, and the variant itself, name it beside its product. */
const variant = ({ sku, inventory }: DeliveryData) => {
	const { product_id: productId, variant_id: variantId } = sku ?? inventory ?? {};
	return ofProduct(productId, 'variants', variantId);
};

const CURRENCY = /^[a-z]{3}$/i;

const price = ({ price_list_id: list, variant_id: id, currency, currency_code: code }: DeliveryData) => {
	const named = currency ?? code ?? '';
	return whole(list) && whole(id) && CURRENCY.test(named)
		? { path: `/v3/pricelists/${list}/records/${id}/${named}`, id, field: 'variant_id' }
		: undefined;
};

/** Each is read as the object of its own events is. */
const BY_OWNER: Readonly<Record<string, (id?: string) => Place | undefined>> = {
	brand: (id) => below('/v3/catalog/brands', whole(id)),
	cart,
	category,
	channel,
	customer,
	location,
	order,
	product,
	store: () => STORE_PROFILE,
	variant: variantAlone,
};

const ownersOf = (prefix: string, { value, scope }: OwnerType): Source => ({
	prefix,
	name: value,
	scope,
	at: (data) => BY_OWNER[value](data.resource_id),
});

const ORDER = { name: 'order', scope: 'Orders' } as const;
const CUSTOMER = { name: 'customer', scope: 'Customers' } as const;
const PRODUCT = { name: 'product', scope: 'Products' } as const;
const VARIANT = { name: 'variant', scope: 'Products' } as const;
const CATEGORY = { name: 'category', scope: 'Products' } as const;
const PRICE_LIST = { name: 'priceList', scope: 'Products' } as const;
const CART = { name: 'cart', scope: 'Carts' } as const;
const CHANNEL = { name: 'channel', scope: 'Channel Settings' } as const;
const STORE = { name: 'store', scope: 'Information & Settings' } as const;

/**
 * BigCommerce reference 12.3 and 12.4: what the ids of each event mean. What of it stays thin, and why: events of B2B Edition are read by its own credential (see edition.ts);
 * those about several prices are read as a list (see prices.ts); of removed things nothing is left; a redirect stands whole in its event; an app that was removed and a hook that
 * does not deliver are no objects of the store; settings, mails, pages, scripts and themes of a channel name nothing that these calls read.
 */
const SOURCES: readonly Source[] = [
	{ ...ORDER, prefix: 'store/order/transaction/', at: (data) => order(data.order_id) },
	ownersOf('store/order/metafield/', OWNERS.order),
	{ ...ORDER, prefix: 'store/order/', at: (data) => order(data.id ?? data.order_id) },
	{
		...ORDER,
		name: 'shipment',
		prefix: 'store/shipment/',
		at: ({ id, orderId }) =>
			whole(orderId) ? below(`/v2/orders/${orderId}/shipments`, whole(id)) : undefined,
	},
	{ ...CUSTOMER, prefix: 'store/customer/address/', at: ({ address }) => customer(address?.customer_id) },
	{ ...CUSTOMER, prefix: 'store/customer/channel/', at: (data) => customer(data.customer_id) },
	{ ...CUSTOMER, prefix: 'store/customer/', at: (data) => customer(data.id) },
	{
		...CUSTOMER,
		name: 'subscriber',
		prefix: 'store/subscriber/',
		at: ({ id }) => below('/v3/customers/subscribers', whole(id)),
	},
	{ ...ORDER, prefix: 'store/channel/*/order/', at: (data) => order(data.order_id ?? data.id) },
	{ ...PRODUCT, prefix: 'store/product/inventory/', at: (data) => product(data.id) },
	ownersOf('store/product/metafield/', OWNERS.product),
	ownersOf('store/product/variant/metafield/', VARIANT_OWNER),
	{ ...PRODUCT, prefix: 'store/product/', at: (data) => product(data.id) },
	{ ...VARIANT, prefix: 'store/sku/', at: variant },
	{ ...PRODUCT, name: 'option', prefix: 'store/option/', at: ofAffected('options') },
	{ ...PRODUCT, name: 'modifier', prefix: 'store/modifier/', at: ofAffected('modifiers') },
	ownersOf('store/category/metafield/', OWNERS.category),
	{ ...CATEGORY, prefix: 'store/category/', at: (data) => category(data.id ?? data.category_id) },
	ownersOf('store/brand/metafield/', OWNERS.brand),
	{ ...PRICE_LIST, prefix: 'store/priceList/records/', at: () => undefined },
	{ ...PRICE_LIST, name: 'price', prefix: 'store/priceList/record/', at: price },
	{ ...PRICE_LIST, prefix: 'store/priceList/', at: (data) => priceList(data.price_list_id) },
	{ ...PRODUCT, prefix: 'store/channel/*/inventory/product/', at: (data) => product(data.product_id) },
	{ ...PRODUCT, prefix: 'store/channel/*/product/', at: (data) => product(data.product_id) },
	{ ...PRODUCT, prefix: 'store/channel/*/category/product/', at: (data) => product(data.product_id) },
	{ ...CATEGORY, prefix: 'store/channel/*/category/', at: (data) => category(data.category_id) },
	{
		...CATEGORY,
		name: 'categoryTree',
		prefix: 'store/channel/*/categoryTree/',
		at: (data) => inList('/v3/catalog/trees', 'id:in', whole(data.tree_id)),
	},
	{ ...CART, prefix: 'store/channel/*/cart/', at: (data) => cart(data.cart_id ?? data.cartId ?? data.id) },
	ownersOf('store/channel/metafield/', OWNERS.channel),
	{ ...CHANNEL, prefix: 'store/channel/created', at: (data) => channel(data.id) },
	{ ...CHANNEL, prefix: 'store/channel/updated', at: (data) => channel(data.id) },
	{ ...CART, prefix: 'store/cart/lineItem/', at: (data) => cart(data.cartId) },
	ownersOf('store/cart/metafield/', OWNERS.cart),
	{ ...CART, prefix: 'store/cart/', at: (data) => cart(data.id) },
	ownersOf('store/inventory/location/metafield/', OWNERS.location),
	{
		name: 'location',
		scope: 'Store Locations',
		prefix: 'store/inventory/location/',
		at: (data) => location(data.location_id),
	},
	ownersOf('store/store/metafield/', STORE_OWNER),
	{ ...STORE, prefix: 'store/information/', at: () => STORE_PROFILE },
];

/** A metafield event that covers every kind of owner names the kind in its data. */
export const ANY_OWNER = /^store\/metafield\//;

/** Those of one channel as those of any. */
export const withoutChannel = (event: string) => event.replace(/^store\/channel\/\d+\//, 'store/channel/*/');

/** The kind of owner that an event about metafields of any names. */
export const ownerKind = (value: string): OwnerType | undefined =>
	ownerType(value) ?? [VARIANT_OWNER, STORE_OWNER].find((type) => type.value === value);

/** Whether an event tells that its object itself is gone; a metafield or a line that is gone leaves its owner, but says nothing of it. */
export const isRemoval = (event: string): boolean => event.endsWith('/deleted');

/** What an event is about, if it is something that can be read again. */
export function sourceOf(event: string, data: DeliveryData = {}): Source | undefined {
	if (isRemoval(event)) return undefined;
	const owner = ANY_OWNER.test(event) ? ownerKind(data.resource_type ?? '') : undefined;
	if (owner) return ownersOf(event, owner);
	return SOURCES.find(({ prefix }) => withoutChannel(event).startsWith(prefix));
}
