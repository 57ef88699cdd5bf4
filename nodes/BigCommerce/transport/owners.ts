import type { ScopeName } from './scopes';

/** A kind of store object that carries metafields (BigCommerce reference 5.1). */
export interface OwnerType {
	value: string;
	name: string;
	/** Below `/v3`; the owner's id goes between it and `/metafields`. */
	path: string;
	/** What an API account needs for it; with which access is told by the request (reference 1.3). */
	scope: ScopeName;
	/** Carts have UUIDs, everything else whole numbers (reference 2.4). */
	id: RegExp;
	/** A change of a metafield repeats its id in the body (reference 5.3). */
	isNamedInChange?: true;
	/** A change of a metafield says everything of it, also who may read it (reference 5.3). */
	isWholeInChange?: true;
	/** There is one of it: no id stands in its path, and a new metafield is taken and given in an array (reference 5.1). */
	isOnly?: true;
	/** How many metafields of one API account one holds; left out: the usual number. */
	mostMetafields?: number;
}

const NUMBER = /^[1-9]\d*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** By value, in the order of their names. Variants and the store stand below: a link key names neither by one id. */
export const OWNERS = {
	brand: { value: 'brand', name: 'Brand', path: '/catalog/brands', scope: 'Products', id: NUMBER },
	cart: {
		value: 'cart',
		name: 'Cart',
		path: '/carts',
		scope: 'Carts',
		id: UUID,
		isWholeInChange: true,
	},
	category: {
		value: 'category',
		name: 'Category',
		path: '/catalog/categories',
		scope: 'Products',
		id: NUMBER,
		isWholeInChange: true,
	},
	channel: { value: 'channel', name: 'Channel', path: '/channels', scope: 'Channel Settings', id: NUMBER },
	customer: {
		value: 'customer',
		name: 'Customer',
		path: '/customers',
		scope: 'Customers',
		id: NUMBER,
		isNamedInChange: true,
		mostMetafields: 50,
	},
	location: {
		value: 'location',
		name: 'Location',
		path: '/inventory/locations',
		scope: 'Store Locations',
		id: NUMBER,
	},
	order: {
		value: 'order',
		name: 'Order',
		path: '/orders',
		scope: 'Orders',
		id: NUMBER,
		isWholeInChange: true,
	},
	product: {
		value: 'product',
		name: 'Product',
		path: '/catalog/products',
		scope: 'Products',
		id: NUMBER,
		isWholeInChange: true,
	},
} satisfies Record<string, OwnerType>;

/** Variants: one list for all of them, but each below its product (BigCommerce reference 5.1). */
export const VARIANT_OWNER: OwnerType = {
	value: 'variant',
	name: 'Variant',
	path: '/catalog/variants',
	scope: 'Products',
	id: NUMBER,
	isWholeInChange: true,
};

/** The store itself (BigCommerce reference 2.9, 5.1). */
export const STORE_OWNER: OwnerType = {
	value: 'store',
	name: 'Store',
	path: '/store',
	scope: 'Information & Settings',
	id: /^$/,
	isOnly: true,
	isWholeInChange: true,
	mostMetafields: 10_000,
};

export const OWNER_TYPES: readonly OwnerType[] = Object.values(OWNERS);

export const { order: ORDER_OWNER } = OWNERS;

/** One store object that carries metafields. */
export interface Owner {
	type: OwnerType;
	id: string;
	/** Below `/v3`, where its type's path and its id do not lead to it. */
	path?: string;
}

/** BigCommerce reference 2.9; customers hold fewer (decisions page, section 1). */
const MOST_METAFIELDS = 250;

export const mostMetafields = ({ mostMetafields: most = MOST_METAFIELDS }: OwnerType): number => most;

export const ownerType = (value: string): OwnerType | undefined =>
	OWNER_TYPES.find((type) => type.value === value);

/** How the owner is called in texts: `order 4711`, `the store`. */
export const ownerName = ({ type, id }: Owner): string =>
	type.isOnly ? `the ${type.name.toLowerCase()}` : `${type.name.toLowerCase()} ${id}`;
