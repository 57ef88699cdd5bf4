import type { IDataObject } from 'n8n-workflow';

import { readFullRecord } from '../../nodes/BigCommerce/trigger/fullRecord';
import { B2bClient } from '../../nodes/BigCommerce/edition/transport/B2bClient';
import { StoreClient } from '../../nodes/BigCommerce/transport/StoreClient';
import { changesIn } from '../../nodes/BigCommerce/trigger/changes';
import { inStore, STORE_KINDS } from '../../nodes/BigCommerce/trigger/sweptStore';
import { echoing, requestOf } from '../unit/support/echoing';
import { ModelRecords } from '../unit/support/modelRecords';
import { ok, ServiceDouble, type SentRequest } from '../unit/support/serviceDouble';
import { hookFunctions } from '../unit/support/triggers';
import { describeWithSpecs } from './describeWithSpecs';
import { expectContract } from './expectContract';
import type { SpecSet } from './spec/specSet';

const CART = '09346904-4175-44fd-be53-f7e598531b6c';

/** What is read again after an event, by the ids that it holds (reference 12.3 and 12.4). */
const REREADS: Array<[event: string, data: IDataObject, kind: string, line: string]> = [
	['store/order/message/created', { id: 7 }, 'order', '/v2/orders/7'],
	['store/channel/2/order/refund/created', { order_id: 7 }, 'order', '/v2/orders/7'],
	['store/shipment/updated', { id: 3, orderId: 7 }, 'shipment', '/v2/orders/7/shipments/3'],
	['store/customer/updated', { id: 7 }, 'customer', '/v3/customers?id:in=7'],
	['store/customer/payment/instrument/default/updated', { id: 7 }, 'customer', '/v3/customers?id:in=7'],
	['store/customer/channel/login/access/updated', { customer_id: 7 }, 'customer', '/v3/customers?id:in=7'],
	['store/subscriber/created', { id: 5 }, 'subscriber', '/v3/customers/subscribers/5'],
	['store/product/updated', { id: 7 }, 'product', '/v3/catalog/products/7'],
	['store/product/inventory/order/updated', { id: 7 }, 'product', '/v3/catalog/products/7'],
	['store/channel/2/product/assigned', { product_id: 7 }, 'product', '/v3/catalog/products/7'],
	['store/channel/2/category/product/assigned', { product_id: 7 }, 'product', '/v3/catalog/products/7'],
	[
		'store/channel/*/inventory/product/low_stock_reached',
		{ product_id: 7 },
		'product',
		'/v3/catalog/products/7',
	],
	[
		'store/sku/updated',
		{ id: 461, sku: { product_id: 206, variant_id: 509 } },
		'variant',
		'/v3/catalog/products/206/variants/509',
	],
	[
		'store/sku/inventory/updated',
		{ id: 461, inventory: { product_id: 206, variant_id: 509, value: 5 } },
		'variant',
		'/v3/catalog/products/206/variants/509',
	],
	['store/product/variant/metafield/updated', { resource_id: '7' }, 'variant', '/v3/catalog/variants?id=7'],
	[
		'store/option/updated',
		{ id: 4, affected_product_ids: [7, 8] },
		'option',
		'/v3/catalog/products/7/options/4',
	],
	[
		'store/modifier/updated',
		{ id: 4, affected_product_ids: [7] },
		'modifier',
		'/v3/catalog/products/7/modifiers/4',
	],
	['store/category/created', { id: 42 }, 'category', '/v3/catalog/trees/categories?category_id:in=42'],
	[
		'store/channel/2/category/updated',
		{ category_id: 42 },
		'category',
		'/v3/catalog/trees/categories?category_id:in=42',
	],
	[
		'store/category/metafield/created',
		{ resource_id: '42' },
		'category',
		'/v3/catalog/trees/categories?category_id:in=42',
	],
	['store/channel/2/categoryTree/updated', { tree_id: 3 }, 'categoryTree', '/v3/catalog/trees?id:in=3'],
	['store/brand/metafield/updated', { resource_id: '7' }, 'brand', '/v3/catalog/brands/7'],
	['store/priceList/activated', { price_list_id: 4 }, 'priceList', '/v3/pricelists/4'],
	[
		'store/priceList/assignment/updated',
		{ price_list_id: 4, channel_id: 1 },
		'priceList',
		'/v3/pricelists/4',
	],
	[
		'store/priceList/record/updated',
		{ price_list_id: 4, variant_id: 9, currency: 'usd' },
		'price',
		'/v3/pricelists/4/records/9/usd',
	],
	[
		'store/priceList/record/created',
		{ price_list_id: 4, variant_id: 9, currency_code: 'USD' },
		'price',
		'/v3/pricelists/4/records/9/USD',
	],
	['store/channel/updated', { id: 2 }, 'channel', '/v3/channels/2'],
	['store/channel/metafield/created', { resource_id: '2' }, 'channel', '/v3/channels/2'],
	['store/cart/converted', { id: CART, orderId: 7 }, 'cart', `/v3/carts/${CART}`],
	['store/channel/2/cart/updated', { cart_id: CART }, 'cart', `/v3/carts/${CART}`],
	['store/cart/metafield/updated', { resource_id: CART }, 'cart', `/v3/carts/${CART}`],
	[
		'store/inventory/location/created',
		{ location_id: 2 },
		'location',
		'/v3/inventory/locations?location_id:in=2',
	],
	[
		'store/inventory/location/metafield/created',
		{ resource_id: '2' },
		'location',
		'/v3/inventory/locations?location_id:in=2',
	],
	['store/metafield/updated', { resource_type: 'order', resource_id: '7' }, 'order', '/v2/orders/7'],
	['store/metafield/created', { resource_type: 'brand', resource_id: '7' }, 'brand', '/v3/catalog/brands/7'],
	[
		'store/metafield/created',
		{ resource_type: 'variant', resource_id: '77' },
		'variant',
		'/v3/catalog/variants?id=77',
	],
	['store/metafield/updated', { resource_type: 'store', resource_id: '1' }, 'store', '/v2/store'],
	['store/information/updated', { type: 'store' }, 'store', '/v2/store'],
	['store/store/metafield/created', { resource_id: '1' }, 'store', '/v2/store'],
];

/** What of its object an event tells of: read beside it. */
const PARTS: Array<[event: string, data: IDataObject, part: string, line: string]> = [
	[
		'store/order/message/created',
		{ id: 7, message: { order_message_id: 3 } },
		'message',
		'/v2/orders/7/messages?page=1&limit=250',
	],
	[
		'store/channel/2/order/message/created',
		{ order_id: 7, message: { order_message_id: 3 } },
		'message',
		'/v2/orders/7/messages?page=1&limit=250',
	],
	[
		'store/order/refund/created',
		{ id: 7, refund: { refund_id: 3 } },
		'refund',
		'/v3/orders/payment_actions/refunds/3',
	],
	[
		'store/order/transaction/created',
		{ order_id: '7', transaction_id: 9 },
		'transaction',
		'/v3/orders/7/transactions',
	],
	[
		'store/customer/address/updated',
		{ id: 99, address: { customer_id: 7 } },
		'address',
		'/v3/customers/addresses?id:in=99',
	],
	[
		'store/product/inventory/updated',
		{ id: 7, inventory: { product_id: 7, value: 5 } },
		'variantStocks',
		'/v3/inventory/items?product_id:in=7&page=1&limit=250',
	],
	[
		'store/sku/inventory/order/updated',
		{ id: 461, inventory: { product_id: 206, variant_id: 509, value: 5 } },
		'stock',
		'/v3/inventory/items?variant_id:in=509',
	],
	[
		'store/channel/*/inventory/product/low_stock_reached',
		{ product_id: 7, variant_id: 77, location_id: 2 },
		'stock',
		'/v3/inventory/items?variant_id:in=77&location_id:in=2',
	],
	['store/cart/converted', { id: CART, orderId: 7 }, 'order', '/v2/orders/7'],
	...(
		[
			['order', '7', '/v3/orders/7'],
			['product', '7', '/v3/catalog/products/7'],
			['product/variant', '77', '/v3/catalog/products/206/variants/77'],
			['category', '42', '/v3/catalog/categories/42'],
			['brand', '7', '/v3/catalog/brands/7'],
			['cart', CART, `/v3/carts/${CART}`],
			['channel', '2', '/v3/channels/2'],
			['inventory/location', '2', '/v3/inventory/locations/2'],
			['store', '1', '/v3/store'],
		] as const
	).map(([object, id, path]): [string, IDataObject, string, string] => [
		`store/${object}/metafield/updated`,
		{ metafield_id: '3', resource_id: id },
		'metafield',
		`${path}/metafields/3`,
	]),
	[
		'store/metafield/created',
		{ metafield_id: 3, resource_type: 'customer', resource_id: '7' },
		'metafield',
		'/v3/customers/7/metafields/3',
	],
	[
		'store/metafield/created',
		{ metafield_id: 3, resource_type: 'variant', resource_id: '77' },
		'metafield',
		'/v3/catalog/products/206/variants/77/metafields/3',
	],
];

/** Holds what was asked of a store against the description. */
const expectAllowed = (requests: readonly SentRequest[], specs: SpecSet, base = '/stores/abc123') =>
	expectContract(
		requests.map(({ method, path, query, options }) => ({
			method,
			url: `${base}${requestOf(path, query)}`,
			requestHeaders: { ...Object(options.headers), 'X-Auth-Token': '[redacted]' },
			status: 200,
			responseHeaders: {},
		})),
		{ specs, responses: false },
	);

describeWithSpecs('what is swept', (specs) => {
	it.each(STORE_KINDS.map((kind) => [kind.words, kind] as const))(
		'%s, as the description allows it',
		async (_words, kind) => {
			const { service } = new ModelRecords();
			const { list } = inStore(new StoreClient(hookFunctions({ service })), kind);
			const changes = await changesIn(list, 0, Date.now());
			expect(changes).toEqual([]);
			expect(service.requests).toHaveLength(1);
			expectAllowed(service.requests, specs());
		},
	);
});

describeWithSpecs('what is read again after an event', (specs) => {
	it.each(REREADS)('%s %j: the %s, as the description allows it', async (scope, data, kind, line) => {
		const service = echoing();
		const full = await readFullRecord(new StoreClient(hookFunctions({ service })), { scope, data });
		expect(full).toMatchObject({ kind, record: expect.anything() });
		expect(requestOf(service.requests[0].path, service.requests[0].query)).toBe(line);
		expectAllowed(service.requests, specs());
	});

	it.each(PARTS)('%s %j: its %s too, as the description allows it', async (scope, data, part, line) => {
		const service = echoing();
		const full = await readFullRecord(new StoreClient(hookFunctions({ service })), { scope, data });
		const read = part === 'variantStocks' ? 'rows' : 'record';
		expect(full).toMatchObject({ part: { kind: part, [read]: expect.anything() } });
		const lines = service.requests.map(({ path, query }) => requestOf(path, query));
		expect(lines).toEqual([expect.anything(), line]);
		expectAllowed(service.requests, specs());
	});

	it('store/priceList/records/updated: the prices, as the description allows it', async () => {
		const service = echoing();
		const data: IDataObject[] = [{ price_list_id: 4, variant_id: 9, currency: 'usd' }];
		await readFullRecord(new StoreClient(hookFunctions({ service })), {
			scope: 'store/priceList/records/updated',
			data,
		});
		expect(service.lines).toEqual(['GET /v3/pricelists/4/records']);
		expectAllowed(service.requests, specs());
	});

	it.each<[string, IDataObject, string[]]>([
		['store/superadmin/updated', { user_id: 4 }, ['/super-admins/info/4']],
		[
			'store/superadmin/assignmentUpdated',
			{ user_id: 4 },
			['/super-admins/info/4', '/super-admins/4/companies'],
		],
		[
			'store/company/superadmin/assignmentUpdated',
			{ company_id: 3 },
			['/companies/3', '/companies/3/super-admins'],
		],
	])('%s %j: who is assigned, as the description allows it', async (scope, data, paths) => {
		const service = new ServiceDouble(({ path }) =>
			ok({
				code: 200,
				data: /\/(companies|super-admins)$/.test(path) ? [] : { id: 4, companyId: 3 },
				meta: { message: 'SUCCESS', pagination: { totalCount: 0, offset: 0, limit: 100 } },
			}),
		);
		const functions = hookFunctions({ service });
		await readFullRecord(new StoreClient(functions), { scope, data }, new B2bClient(functions));
		expect(service.requests.map(({ path }) => path)).toEqual(paths.map((path) => `/api/v3/io${path}`));
		expectAllowed(service.requests, specs(), '');
	});
});
