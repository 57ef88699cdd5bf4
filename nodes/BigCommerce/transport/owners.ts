/** A kind of store object that carries metafields (BigCommerce reference 5.1). */
export interface OwnerType {
	value: string;
	name: string;
	/** Below `/v3`; the owner's id goes between it and `/metafields`. */
	path: string;
	/** As the control panel names it (reference 1.3). */
	scope: string;
	/** Carts have UUIDs, everything else whole numbers (reference 2.4). */
	id: RegExp;
}

const NUMBER = /^[1-9]\d*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Listed by name. Variants are left out: they need two ids, and their product can carry the link. */
export const OWNER_TYPES: readonly OwnerType[] = [
	{ value: 'brand', name: 'Brand', path: '/catalog/brands', scope: 'Products: modify', id: NUMBER },
	{ value: 'cart', name: 'Cart', path: '/carts', scope: 'Carts: modify', id: UUID },
	{ value: 'category', name: 'Category', path: '/catalog/categories', scope: 'Products: modify', id: NUMBER },
	{ value: 'channel', name: 'Channel', path: '/channels', scope: 'Channel Settings: modify', id: NUMBER },
	{ value: 'customer', name: 'Customer', path: '/customers', scope: 'Customers: modify', id: NUMBER },
	{
		value: 'location',
		name: 'Location',
		path: '/inventory/locations',
		scope: 'Store Locations: modify',
		id: NUMBER,
	},
	{ value: 'order', name: 'Order', path: '/orders', scope: 'Orders: modify', id: NUMBER },
	{ value: 'product', name: 'Product', path: '/catalog/products', scope: 'Products: modify', id: NUMBER },
];

/** One store object that carries metafields. */
export interface Owner {
	type: OwnerType;
	id: string;
}

export const ownerType = (value: string): OwnerType | undefined =>
	OWNER_TYPES.find((type) => type.value === value);

/** How the owner is called in texts: `order 4711`. */
export const ownerName = ({ type, id }: Owner): string => `${type.name.toLowerCase()} ${id}`;
