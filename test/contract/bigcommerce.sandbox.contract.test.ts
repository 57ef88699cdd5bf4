import axios from 'axios';
import type { AxiosInstance } from 'axios';

import { CART_ID } from '../sandbox/bigcommerce/carts';
import { COLLECTIONS } from '../sandbox/bigcommerce/collections';
import { SECOND_ACCESS_TOKEN, TOKEN_WITHOUT_ORDERS } from '../sandbox/core/fixtures';
import { startReceiver } from './deliveryReceiver';
import type { DeliveryReceiver } from './deliveryReceiver';
import { describeWithSpecs } from './describeWithSpecs';
import { expectContract, formatProblems, validateDelivery } from './index';
import { call, dataIdOf, firstIdOf, idOf, startStoreSandbox, storeClient } from './storeSandbox';
import type { Call, StoreSandbox } from './storeSandbox';
import { objectOf } from './spec/json';

const METAFIELD = {
	permission_set: 'write',
	namespace: 'opentext_link',
	key: 'risk-review:1',
	value: '{"version":1}',
	description: 'link',
};

const BILLING = {
	first_name: 'Ada',
	last_name: 'Example',
	street_1: '1 Main Street',
	city: 'Austin',
	state: 'Texas',
	zip: '78701',
	country: 'United States',
	country_iso2: 'US',
	email: 'ada.example@example.com',
};

const CART = '8b5d6f1c-7c0e-4a51-9a3e-5e5b0d1f2a3c';

/** Resources with metafields beside orders: path below the store, and an id that may stand there (reference 5.1). */
const OWNERS: Array<[string, string, string?]> = [
	['/v3/customers', '32'],
	['/v3/catalog/products', '111'],
	['/v3/catalog/categories', '18'],
	['/v3/catalog/brands', '35'],
	['/v3/channels', '1'],
	['/v3/inventory/locations', '1'],
	['/v3/carts', CART],
	['/v3/catalog/variants', '77', '/v3/catalog/products/111/variants'],
];

describeWithSpecs("the sandbox's BigCommerce", (specs) => {
	let sandbox: StoreSandbox;
	let client: AxiosInstance;
	let order: number;

	const control = async (path: string, body: unknown = {}) =>
		(await axios.post<unknown>(`${sandbox.url}/_sandbox${path}`, body)).data;

	const exchanges = () => sandbox.context.exchanges.list({ service: 'bigcommerce' });

	const called: Array<{ method: string; url: string }> = [];

	afterEach(() => called.push(...exchanges()));

	const make = async (method: Call['method'], path: string, status: number, body?: unknown) =>
		await call(client, { method, path, status, body });

	beforeAll(async () => {
		sandbox = await startStoreSandbox();
		client = storeClient(sandbox.url);
	});

	afterAll(async () => await sandbox.close());

	beforeEach(async () => {
		await control('/reset');
		order = idOf(await control('/bigcommerce/orders', { scenario: 'risky' }));
	});

	describe('answers as described', () => {
		afterEach(() => expectContract(exchanges()));

		it('to reading the store and the order statuses', async () => {
			await make('GET', '/v2/time', 200);
			await make('GET', '/v2/store', 200);
			await make('GET', '/v2/order_statuses', 200);
			await make('GET', '/v2/order_statuses/12', 200);
		});

		it('to reading orders', async () => {
			await make('GET', '/v2/orders', 200);
			await make('GET', '/v2/orders?status_id=11&sort=date_created:desc&page=1&limit=10', 200);
			await make('GET', '/v2/orders?email=nobody%40example.com', 204);
			await make('GET', '/v2/orders?include=fees', 200);
			await make('GET', '/v2/orders?include=consignments&consignment_structure=object', 200);
			await make('GET', '/v2/orders/count', 200);
			await make('GET', `/v2/orders/${order}`, 200);
			await make(
				'GET',
				`/v2/orders/${order}?include=consignments.line_items,fees&consignment_structure=object`,
				200,
			);
		});

		it('to reading the categories of the catalog', async () => {
			await make('GET', '/v3/catalog/trees/categories?category_id:in=18,21', 200);
		});

		it('to reading what belongs to an order', async () => {
			const product = firstIdOf(await make('GET', `/v2/orders/${order}/products`, 200));
			await make('GET', `/v2/orders/${order}/products/${product}`, 200);
			const address = firstIdOf(await make('GET', `/v2/orders/${order}/shipping_addresses`, 200));
			await make('GET', `/v2/orders/${order}/shipping_addresses/${address}`, 200);
			await make('PUT', `/v2/orders/${order}/shipping_addresses/${address}`, 200, { street_2: 'Floor 2' });
			await make('GET', `/v2/orders/${order}/fees`, 200);
			await make('GET', `/v2/orders/${order}/consignments`, 200);
			await make('GET', `/v2/orders/${order}/taxes`, 200);
			await make('GET', `/v2/orders/${order}/taxes?details=true`, 200);
			await make('GET', `/v2/orders/${order}/coupons`, 204);
			const overrides = { coupon_discount: '5.0000' };
			const reduced = idOf(await control('/bigcommerce/orders', { scenario: 'harmless', overrides }));
			await make('GET', `/v2/orders/${reduced}/coupons`, 200);
			await make('GET', `/v2/orders/${order}/shipments`, 204);
			await make('GET', `/v2/orders/${order}/shipments/999999`, 404);
			const items = [{ order_product_id: product, quantity: 1 }];
			const parcel = { order_address_id: address, items, tracking_number: 'EJ958083578US' };
			const sent = idOf(await make('POST', `/v2/orders/${order}/shipments`, 201, parcel));
			await make('GET', `/v2/orders/${order}/shipments`, 200);
			await make('GET', `/v2/orders/${order}/shipments/count`, 200);
			await make('PUT', `/v2/orders/${order}/shipments/${sent}`, 200, { shipping_provider: 'fedex' });
			await make('DELETE', `/v2/orders/${order}/shipments/${sent}`, 204);
			await make('GET', `/v2/orders/${order}/messages`, 204);
			await control(`/bigcommerce/orders/${order}/messages`, { message: 'Hello' });
			await make('GET', `/v2/orders/${order}/messages?status=unread&min_id=1`, 200);
		});

		it.each([
			['channel', 2],
			['category', 23],
		])('to putting products into one %s', async (to, id) => {
			const path = `/v3/catalog/products/${to}-assignments`;
			await make('PUT', path, 204, [{ product_id: 111, [`${to}_id`]: id }]);
			await make('GET', `${path}?product_id:in=111&${to}_id:in=${id}&page=1&limit=10`, 200);
			await make('DELETE', `${path}?product_id:in=111&${to}_id:in=${id}`, 204);
			await make('DELETE', path, 422);
		});

		it('to reading what customers entered into forms', async () => {
			const path = '/v3/customers/form-field-values';
			await make('GET', path, 200);
			await make('GET', `${path}?customer_id=32&field_name=Shirt%20size&field_type=picklist`, 200);
		});

		it('to what stands in a category tree', async () => {
			await make('GET', '/v3/catalog/trees/1/categories?depth=2', 200);
			await make('GET', '/v3/catalog/trees/999999/categories', 404);
		});

		it('to a cart, which is given to a customer and removed', async () => {
			const path = `/v3/carts/${CART_ID}`;
			await make('GET', path, 200);
			await make('PUT', path, 201, { customer_id: 33, version: 1 });
			await make('PUT', path, 409, { customer_id: 34, version: 1 });
			expect(await make('GET', path, 200)).toMatchObject({ data: { customer_id: 33, version: 2 } });
			await make('DELETE', path, 204);
			await make('GET', path, 404);
		});

		it('to finding one coupon code among those of all promotions', async () => {
			const answer = await make('GET', '/v3/promotions/codes?code=welcome', 200);
			expect(answer).toMatchObject({ data: [{ id: 1, code: 'WELCOME' }] });
			expect(await make('GET', '/v3/promotions/codes?code=NONE', 200)).toMatchObject({ data: [] });
		});

		it('to drawing coupon codes', async () => {
			const rules = [{ action: { cart_value: { discount: { percentage_amount: '5' } } } }];
			const bulk = { name: 'Fair', redemption_type: 'COUPON', coupon_type: 'BULK', rules };
			const id = dataIdOf(await make('POST', '/v3/promotions', 201, bulk));
			const asked = { batch_size: 3, max_uses: 1, exclude_characters: ['O', '0'] };
			await make('POST', `/v3/promotions/${id}/codegen`, 201, asked);
			await make('POST', '/v3/promotions/60/codegen', 405, { batch_size: 3 });
		});

		it('to making an order', async () => {
			const products = [
				{ product_id: 111, variant_id: 77, quantity: 1, price_ex_tax: 0, price_inc_tax: 0 },
				{ name: 'Engraving', sku: 'ENG', quantity: 2, price_ex_tax: 5, price_inc_tax: 5.4 },
			];
			const made = { billing_address: BILLING, shipping_addresses: [BILLING], products, status_id: 11 };
			await make('POST', '/v2/orders', 200, { ...made, external_order_id: 'A-2' });
			await make('GET', '/v2/orders?external_order_id=A-2', 200);
		});

		it('to changing an order', async () => {
			await make('PUT', `/v2/orders/${order}`, 200, {
				status_id: 12,
				staff_notes: 'held for review',
				billing_address: BILLING,
				external_order_id: 'A-1',
				discount_amount: 1.5,
			});
			await make('PUT', `/v2/orders/${order}`, 200, {
				fees: [
					{
						type: 'custom_fee',
						display_name_customer: 'Review',
						display_name_merchant: 'Review',
						source: 'review',
						cost_ex_tax: '5.0000',
						cost_inc_tax: '5.4000',
						tax_class_id: null,
					},
				],
			});
			await make('GET', `/v2/orders/${order}/fees`, 200);
			await make('DELETE', `/v2/orders/${order}`, 204);
		});

		it('to payments and refunds of an order', async () => {
			const line = firstIdOf(await make('GET', `/v2/orders/${order}/products`, 200));
			const path = `/v3/orders/${order}/payment_actions`;
			const items = [{ item_type: 'PRODUCT', item_id: line, quantity: 1, reason: 'Damaged' }];
			const quote = objectOf(objectOf(await make('POST', `${path}/refund_quotes`, 201, { items })).data);
			const amount = quote.total_refund_amount;
			const payments = [{ provider_id: 'testgateway', amount, offline: false }];
			const amountOfAll = [{ item_type: 'ORDER', item_id: order, amount: 1.5 }];
			await make('POST', `${path}/refund_quotes`, 201, { items: amountOfAll });
			const refund = dataIdOf(await make('POST', `${path}/refunds`, 201, { items, payments }));
			await make('POST', `${path}/refunds`, 422, {
				items,
				payments: [{ provider_id: 'storecredit', amount, offline: false }],
			});
			await make('GET', `${path}/refunds`, 200);
			await make('GET', `/v3/orders/payment_actions/refunds/${refund}`, 200);
			await make('GET', `/v3/orders/payment_actions/refunds?order_id:in=${order}&page=1&limit=250`, 200);
			await make('GET', `/v3/orders/${order}/transactions`, 200);
			await make('POST', `${path}/void`, 422);
			const unpaid = { payment_status: 'pending', status_id: 7 };
			const without = idOf(await control('/bigcommerce/orders', { scenario: 'harmless', overrides: unpaid }));
			await make('GET', `/v3/orders/${without}/transactions`, 204);
		});

		it.each(['capture', 'void'])('to the %s of an authorised payment', async (action) => {
			const authorised = { payment_status: 'authorized' };
			const id = idOf(await control('/bigcommerce/orders', { scenario: 'harmless', overrides: authorised }));
			await make('POST', `/v3/orders/${id}/payment_actions/${action}`, 201);
			await make('GET', `/v3/orders/${id}/transactions`, 200);
		});

		it('to metafields of an order', async () => {
			const path = `/v3/orders/${order}/metafields`;
			const id = dataIdOf(await make('POST', path, 200, METAFIELD));
			await make('POST', path, 409, METAFIELD);
			await make('POST', path, 200, { ...METAFIELD, key: 'risk-review:2' });
			await make('GET', path, 200);
			await make(
				'GET',
				`${path}?namespace=opentext_link&key:in=risk-review:1,other&direction=desc&limit=1`,
				200,
			);
			await make('GET', `${path}?include_fields=key,value`, 200);
			await make('GET', `${path}?limit=1&page=2`, 200);
			await make('GET', `${path}?namespace=other`, 200);
			await make('GET', `${path}/${id}`, 200);
			await make('PUT', `${path}/${id}`, 200, { ...METAFIELD, value: '{"version":1,"state":"open"}' });
			await make('DELETE', `${path}/${id}`, 204);
			await make('GET', `${path}/${id}`, 404);
			await make('DELETE', `${path}/${id}`, 404);
		});

		it('to metafields of many orders at once', async () => {
			const item = { ...METAFIELD, resource_id: order };
			const id = firstIdOf(objectOf(await make('POST', '/v3/orders/metafields', 200, [item])).data);
			await make('GET', '/v3/orders/metafields?namespace=opentext_link&limit=250', 200);
			await make('PUT', '/v3/orders/metafields', 200, [{ ...METAFIELD, id, value: 'changed' }]);
			await make('POST', '/v3/orders/metafields', 422, [item, { ...item, key: 'another' }]);
			await make('DELETE', '/v3/orders/metafields', 200, [id]);
		});

		it.each(OWNERS)('to metafields of %s', async (owner, id, single = owner) => {
			const path = `${single}/${id}/metafields`;
			const metafield = dataIdOf(await make('POST', path, 200, METAFIELD));
			await make('GET', `${path}?key=risk-review:1`, 200);
			await make('GET', `${path}/${metafield}`, 200);
			// The schema of customers alone wants the id in the body (reference 5.3).
			const named = owner === '/v3/customers' ? { id: metafield } : {};
			await make('PUT', `${path}/${metafield}`, 200, { ...METAFIELD, ...named, value: 'changed' });
			await make('DELETE', `${path}/${metafield}`, 204);
		});

		it.each(OWNERS)('to metafields of many of %s at once', async (owner, id) => {
			const resource = owner === '/v3/carts' ? id : Number(id);
			const item = { ...METAFIELD, resource_id: resource };
			const path = `${owner}/metafields`;
			const metafield = firstIdOf(objectOf(await make('POST', path, 200, [item])).data);
			await make('GET', `${path}?key=risk-review:1&page=1&limit=50`, 200);
			await make('PUT', path, 200, [{ ...METAFIELD, id: metafield, value: 'changed' }]);
			await make('POST', path, 422, [item]);
			await make('DELETE', path, 200, [metafield]);
			await make('DELETE', path, 422, [metafield]);
		});

		it('to hooks', async () => {
			const hook = {
				scope: 'store/order/*',
				destination: 'https://example.com/a',
				is_active: true,
				headers: null,
			};
			const id = dataIdOf(await make('POST', '/v3/hooks', 200, { ...hook, headers: { 'X-Secret': 'a' } }));
			await make('POST', '/v3/hooks', 409, hook);
			await make('GET', '/v3/hooks', 200);
			await make('GET', '/v3/hooks?is_active=true&scope=store%2Forder%2F%2A&page=1&limit=50', 200);
			await make('GET', `/v3/hooks/${id}`, 200);
			await make('PUT', `/v3/hooks/${id}`, 200, { is_active: false });
			await make('PUT', '/v3/hooks/admin', 204, { emails: ['admin@example.com'] });
			await make('GET', '/v3/hooks/admin', 200);
			await make('DELETE', `/v3/hooks/${id}`, 200);
			await make('GET', `/v3/hooks/${id}`, 404);
		});

		it('when the quota is used up', async () => {
			const windowMs = 30_000;
			await control('/clock', { advanceMs: windowMs });
			await control('/bigcommerce/settings', { quota: { requests: 1, windowMs } });
			await make('GET', '/v2/time', 200);
			await make('GET', '/v2/time', 429);
			await make('GET', '/v3/hooks', 429);
		});

		it('to another account', async () => {
			const id = dataIdOf(
				await make('POST', `/v3/orders/${order}/metafields`, 200, { ...METAFIELD, permission_set: 'read' }),
			);
			const other = storeClient(sandbox.url, SECOND_ACCESS_TOKEN);
			const path = `/v3/orders/${order}/metafields/${id}`;
			await call(other, { method: 'GET', path, status: 200 });
			await call(other, { method: 'PUT', path, status: 403, body: METAFIELD });
			await call(other, { method: 'DELETE', path, status: 403 });
		});

		it('to a token that may not, or does not exist', async () => {
			const limited = storeClient(sandbox.url, TOKEN_WITHOUT_ORDERS);
			await call(limited, { method: 'GET', path: '/v2/orders', status: 403 });
			await call(limited, { method: 'GET', path: `/v3/orders/${order}/metafields`, status: 403 });
			const unknown = storeClient(sandbox.url, 'no-such-token');
			await call(unknown, { method: 'GET', path: '/v2/orders', status: 401 });
			await call(unknown, { method: 'GET', path: '/v3/hooks', status: 401 });
		});

		it('to what does not exist', async () => {
			await make('GET', '/v2/orders/999999', 404);
			await make('PUT', '/v2/orders/999999', 404, { status_id: 12 });
			await make('GET', '/v2/orders/999999/products', 404);
			await make('GET', '/v3/orders/999999/metafields', 404);
			await make('GET', '/v3/hooks/1', 404);
		});
	});

	describe('refuses in the described form', () => {
		afterEach(() => expectContract(exchanges(), { requests: false }));

		it('a wrong order, filter or page', async () => {
			await make('GET', '/v2/orders/abc', 400);
			await make('GET', '/v2/orders?limit=251', 413);
			await make('GET', '/v2/orders?sort=total:desc', 400);
			await make('PUT', `/v2/orders/${order}`, 400, { date_shipped: 'Tue, 20 Oct 2026 09:15:00 +0000' });
			await make('PUT', `/v2/orders/${order}`, 400, { risk_score: 3 });
		});

		it('a wrong metafield', async () => {
			const path = `/v3/orders/${order}/metafields`;
			await make('POST', path, 422, { ...METAFIELD, value: undefined });
			await make('POST', path, 422, { ...METAFIELD, key: 'k'.repeat(65) });
			await make('POST', path, 422, { ...METAFIELD, permission_set: 'secret' });
			await make('GET', `${path}?before=a&after=b`, 422);
			await make('GET', `${path}?limit=251`, 413);
		});

		it('a wrong hook', async () => {
			await make('POST', '/v3/hooks', 422, { scope: 'store/order/*' });
			await make('POST', '/v3/hooks', 422, { scope: 'store/order/*', destination: 'http://example.com/a' });
		});

		it('an address that nobody describes', async () => {
			await make('GET', '/v2/no-such-resource', 404);
			await make('GET', '/v3/no-such-resource', 404);
		});
	});

	describe('delivers bodies as described', () => {
		let receiver: DeliveryReceiver;

		beforeEach(async () => {
			receiver = await startReceiver();
			for (const scope of ['store/order/*', 'store/order/metafield/*', 'store/metafield/*']) {
				await make('POST', '/v3/hooks', 200, {
					scope,
					destination: `${receiver.url}/${scope}`,
					is_active: true,
				});
			}
		});

		afterEach(async () => await receiver.close());

		const delivered = async (...scopes: string[]) => {
			for (const scope of scopes) await receiver.waitFor((body) => objectOf(body).scope === scope);
			expect(formatProblems(receiver.bodies.flatMap((body) => validateDelivery(specs(), body)))).toBe('');
		};

		it('of orders', async () => {
			const placed = idOf(await control('/bigcommerce/orders', { scenario: 'harmless' }));
			await make('PUT', `/v2/orders/${placed}`, 200, { staff_notes: 'seen', status_id: 12 });
			await make('DELETE', `/v2/orders/${placed}`, 204);
			await delivered(
				'store/order/created',
				'store/order/updated',
				'store/order/statusUpdated',
				'store/order/archived',
			);
		});

		it('of metafields', async () => {
			const path = `/v3/orders/${order}/metafields`;
			const id = dataIdOf(await make('POST', path, 200, METAFIELD));
			await make('PUT', `${path}/${id}`, 200, METAFIELD);
			await make('DELETE', `${path}/${id}`, 204);
			await delivered(
				...['created', 'updated', 'deleted'].flatMap((event) => [
					`store/order/metafield/${event}`,
					`store/metafield/${event}`,
				]),
			);
		});
	});

	it('answers one price of a list as described', async () => {
		await make('PUT', '/v3/pricelists/4/assignments', 200, { customer_group_id: 2, channel_id: 2 });
		const prices = '/v3/pricelists/3/records';
		await make('PUT', prices, 200, [{ sku: 'ESP-PRO', currency: 'EUR', price: 990 }]);
		await make('GET', `${prices}/78/EUR`, 200);
		await make('DELETE', `${prices}/78/EUR`, 204);
		expectContract(exchanges());
	});

	it('answers what is done to stock as described', async () => {
		const stock = '/v3/inventory/adjustments';
		const items = [{ location_id: 2, sku: 'MUG-GRY', quantity: 2 }];
		await make('PUT', `${stock}/absolute`, 200, { items });
		await make('POST', `${stock}/relative`, 200, { reason: 'Delivery', items });
		expectContract(exchanges());
		const answer = await make('GET', '/v3/inventory/items?sku:in=MUG-GRY&location_id:in=2', 200);
		expect(answer).toMatchObject({ data: [{ locations: [{ available_to_sell: 4 }] }] });
		const tooMuch = [{ location_id: 2, sku: 'MUG-GRY', quantity: -5 }];
		await make('POST', `${stock}/relative`, 422, { items: tooMuch });
	});

	it('was asked at every route it has, by the tests above', () => {
		const routes = sandbox.routes().filter((route) => !route.isOf(COLLECTIONS));
		expect(routes.length).toBeGreaterThan(0);
		expect(routes.filter((route) => !called.some((exchange) => route.fits(exchange))).map(String)).toEqual(
			[],
		);
	});
});
