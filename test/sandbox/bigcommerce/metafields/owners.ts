import type { Scope } from '../access';

/** A resource that carries metafields: BigCommerce reference 5.1. */
export interface MetafieldOwner {
	/** path below /v3, which is also the path of the batch calls */
	path: string;
	/** path of one of them below /v3, before its id, where that is another one */
	single?: string;
	resourceType: string;
	scope: Scope;
	/** path of its own events below `store/`; undefined where only store/metafield/* exists (reference 12.8) */
	events?: string;
	/** ids are UUIDs instead of whole numbers */
	uuid?: boolean;
	/** PUT needs every field, not only those that change (reference 5.3) */
	putNeedsAll?: boolean;
	/** there is one of it: no id in its path, created by the batch call alone, and it names itself by text (description of `store_information.v3`) */
	only?: boolean;
	/** how many one of them holds of one client; the usual number where absent */
	most?: number;
}

export const METAFIELD_OWNERS: readonly MetafieldOwner[] = [
	{
		path: '/orders',
		resourceType: 'order',
		scope: 'store_v2_orders',
		events: 'order/metafield',
		putNeedsAll: true,
	},
	{ path: '/customers', resourceType: 'customer', scope: 'store_v2_customers', most: 50 },
	{
		path: '/catalog/products',
		resourceType: 'product',
		scope: 'store_v2_products',
		events: 'product/metafield',
	},
	{
		path: '/catalog/variants',
		single: '/catalog/products/:productId/variants',
		resourceType: 'variant',
		scope: 'store_v2_products',
		events: 'product/variant/metafield',
	},
	{
		path: '/catalog/categories',
		resourceType: 'category',
		scope: 'store_v2_products',
		events: 'category/metafield',
	},
	{ path: '/catalog/brands', resourceType: 'brand', scope: 'store_v2_products', events: 'brand/metafield' },
	{
		path: '/carts',
		resourceType: 'cart',
		scope: 'store_cart',
		events: 'cart/metafield',
		uuid: true,
		putNeedsAll: true,
	},
	{
		path: '/channels',
		resourceType: 'channel',
		scope: 'store_channel_settings',
		events: 'channel/metafield',
	},
	{
		path: '/inventory/locations',
		resourceType: 'location',
		scope: 'store_locations',
		events: 'inventory/location/metafield',
	},
	{
		path: '/store',
		resourceType: 'store',
		scope: 'store_v2_information',
		events: 'store/metafield',
		putNeedsAll: true,
		only: true,
		most: 10_000,
	},
];
