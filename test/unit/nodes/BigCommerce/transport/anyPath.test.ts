import { pathBelowStore } from '../../../../../nodes/BigCommerce/transport/anyPath';
import { scopeOfPath } from '../../../../../nodes/BigCommerce/transport/pathScopes';
import { removesNamed } from '../../../../../nodes/BigCommerce/transport/wholeCollections';

describe('pathBelowStore', () => {
	it.each([
		['/v2/orders/100', '/v2/orders/100'],
		['v3/catalog/products/', '/v3/catalog/products'],
		['/v3/marketing/email-templates/a%20b', '/v3/marketing/email-templates/a%20b'],
	])('takes %s', (entered, path) => {
		expect(pathBelowStore(entered)).toEqual({ path });
	});

	it.each([
		'https://example.com/v3/catalog',
		'//example.com/v3/catalog',
		'\\\\example.com\\v3',
		'@example.com/v3',
		'/v3',
		'/v3/',
		'/v1/orders',
		'/V3/orders',
		'/v3//customers',
		'/v3/../v2/orders',
		'/v3/./customers',
		'/v3/%2e%2e/customers',
		'/v3/%2E./customers',
		'/v3/..;/customers',
		'/v3/a%2fb',
		'/v3/a%5cb',
		'/v3/%252e%252e/customers',
		'/v3/%0d%0aX-Auth-Token',
		'/v3/%zz',
		'/v3/%ff',
		'/v3/customers#1',
		'/v3/customers\r\nX: y',
		'/v3/customers 1',
		'/stores/other/v3/customers',
	])('refuses %j', (entered) => {
		expect(pathBelowStore(entered)).toEqual({ fault: expect.anything() });
	});

	it('says where a query belongs', () => {
		expect(pathBelowStore('/v3/customers?id:in=1')).toEqual({
			fault: expect.objectContaining({ next: 'Enter what follows the question mark under Query.' }),
		});
	});
});

describe('removesNamed', () => {
	it.each([
		['/v2/orders/100', {}],
		['/v3/carts/0a1b2c3d-0000-4000-8000-0123456789ab', {}],
		['/v3/catalog/brands/7/image', {}],
		['/v3/pricelists/1/records/2/usd', {}],
		['/v3/customers', { 'id:in': '1,2' }],
		['/v3/customers', { 'id:in': 1 }],
		['/v3/pricelists/1/records', { 'sku:in': 'A-1' }],
	])('lets %s with %j go out', (path, query) => {
		expect(removesNamed(path, query)).toBe(true);
	});

	it.each([
		['/v2/orders', {}],
		['/v2/orders', { limit: 1 }],
		['/v2/orders/0', {}],
		['/v2/orders.json', {}],
		['/v2/customers', { 'id:in': '1' }],
		['/v2/orders/1/shipments', {}],
		['/v3/customers', { 'id:in': '' }],
		['/v3/customers', { 'id:in': ',' }],
		['/v3/customers', { 'id:in': '1,,2' }],
		['/v3/customers', { 'ID:IN': '1' }],
		['/v3/customers', { id: '1' }],
		['/v3/catalog/products', { 'sku:in': 'A-1' }],
		['/v3/catalog/products', { is_visible: true }],
		['/v3/catalog/products/metafields', {}],
		['/v3/channels/1/currency-assignments', {}],
		['/v3/constructor', { 'id:in': '1' }],
	])('holds back %s with %j', (path, query) => {
		expect(removesNamed(path, query)).toBe(false);
	});
});

describe('scopeOfPath', () => {
	it.each([
		['/v3/orders/1/transactions', 'Order Transactions'],
		['/v3/orders/1/metafields', 'Orders'],
		['/v2/customer_groups', 'Customers'],
		['/v3/inventory/locations', 'Store Locations'],
		['/v3/inventory/items', 'Store Inventory'],
		['/v3/channels/1', 'Channel Settings'],
		['/v3/inventory/locations/1/items', 'Store Inventory'],
		['/v3/inventory/locations/1/metafields', 'Store Locations'],
		['/v3/channels/1/listings', 'Channel Listings'],
		['/v3/channels/1/site', 'Sites & Routes'],
		['/v3/sites/1/routes', 'Sites & Routes'],
		['/v3/checkouts/7f9d/orders', 'Checkouts'],
		['/v3/content/pages', 'Content'],
		['/v3/settings/analytics', 'Content'],
		['/v3/settings/catalog', 'Information & Settings'],
		['/v2/blog/posts', 'Content'],
		['/v3/orders/pickups', 'Order Fulfillment'],
		['/v3/pickup/methods', 'Fulfillment Methods'],
		['/v3/payments/methods', 'Payments - Get accepted methods'],
		['/v3/hooks', undefined],
	])('names what %s needs', (path, scope) => {
		expect(scopeOfPath(path)).toBe(scope);
	});
});
