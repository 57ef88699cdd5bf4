import { scopedToken, type Scope as StoreScope } from '../../sandbox/bigcommerce/access';
import { specsFor } from '../../contract';
import type { ScopeName } from '../../../nodes/BigCommerce/transport/scopes';
import { faultsWith, type Service } from './service';

/** What the control panel calls each scope, and what a token calls it (BigCommerce reference 1.3). */
const IDS: Readonly<Record<ScopeName, StoreScope>> = {
	'B2B Edition': 'b2b_edition',
	Carts: 'store_cart',
	'Channel Settings': 'store_channel_settings',
	Customers: 'store_v2_customers',
	'Information & Settings': 'store_v2_information',
	Marketing: 'store_v2_marketing',
	'Order Transactions': 'store_v2_transactions',
	Orders: 'store_v2_orders',
	Products: 'store_v2_products',
	'Store Inventory': 'store_inventory',
	'Store Locations': 'store_locations',
};

const isKnown = (name: string): name is ScopeName => name in IDS;

const idOf = (name: string): StoreScope => {
	if (isKnown(name)) return IDS[name];
	throw new Error(`BigCommerce has no scope "${name}"`);
};

const specs = specsFor('every operation of the BigCommerce node');

export const bigCommerce: Service = {
	name: 'bigcommerce',
	queries: /^POST .*\/refund_quotes$/,
	...(specs && { faults: faultsWith(specs) }),
	limited: (world, scopes) => ({
		bigCommerceApi: {
			...world.credentials('bigCommerce').bigCommerceApi,
			accessToken: scopedToken(scopes.map(({ name, access }) => [idOf(name), access])),
		},
	}),
};
