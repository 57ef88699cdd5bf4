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
}

const NUMBER = /^[1-9]\d*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Listed by name. Variants are left out: they need two ids, and their product can carry the link. */
export const OWNER_TYPES: readonly OwnerType[] = [
	{ value: 'brand', name: 'Brand', path: '/catalog/brands', scope: 'Products', id: NUMBER },
	{ value: 'cart', name: 'Cart', path: '/carts', scope: 'Carts', id: UUID },
	{ value: 'category', name: 'Category', path: '/catalog/categories', scope: 'Products', id: NUMBER },
	{ value: 'channel', name: 'Channel', path: '/channels', scope: 'Channel Settings', id: NUMBER },
	{ value: 'customer', name: 'Customer', path: '/customers', scope: 'Customers', id: NUMBER },
	{
		value: 'location',
		name: 'Location',
		path: '/inventory/locations',
		scope: 'Store Locations',
		id: NUMBER,
	},
	{ value: 'order', name: 'Order', path: '/orders', scope: 'Orders', id: NUMBER },
	{ value: 'product', name: 'Product', path: '/catalog/products', scope: 'Products', id: NUMBER },
];

export const [ORDER_OWNER] = OWNER_TYPES.filter(({ value }) => value === 'order');

/** One store object that carries metafields. */
export interface Owner {
	type: OwnerType;
	id: string;
}

export const ownerType = (value: string): OwnerType | undefined =>
	OWNER_TYPES.find((type) => type.value === value);

/** How the owner is called in texts: `order 4711`. */
export const ownerName = ({ type, id }: Owner): string => `${type.name.toLowerCase()} ${id}`;
