import type { IDataObject } from 'n8n-workflow';
import { readFullRecord } from '../../../../../nodes/BigCommerce/trigger/fullRecord';
import { sourceOf } from '../../../../../nodes/BigCommerce/trigger/sources';
import { SCOPE_OPTIONS } from '../../../../../nodes/BigCommerce/trigger/scopes';
import { StoreClient } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { answering, ok, v3, type Answer, type ServiceDouble } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { hookFunctions } from '../../../support/triggers';

const CART = '09346904-4175-44fd-be53-f7e598531b6c';

const read = async (service: ServiceDouble, scope: string, data: IDataObject | IDataObject[]) =>
	await readFullRecord(new StoreClient(hookFunctions({ service })), { scope, data });

describe('where the object of an event is read (reference 12.3 and 12.4)', () => {
	it.each<[string, IDataObject, string, string]>([
		['store/order/created', { type: 'order', id: 7 }, 'order', '/v2/orders/7'],
		['store/order/statusUpdated', { id: '7' }, 'order', '/v2/orders/7'],
		['store/order/refund/created', { id: 7, refund: { refund_id: 3 } }, 'order', '/v2/orders/7'],
		['store/order/transaction/updated', { order_id: '7', transaction_id: 9 }, 'order', '/v2/orders/7'],
		['store/order/metafield/created', { metafield_id: '3', resource_id: '7' }, 'order', '/v2/orders/7'],
		['store/channel/2/order/created', { order_id: 7 }, 'order', '/v2/orders/7'],
		['store/channel/2/order/created', { type: 'order', id: 7 }, 'order', '/v2/orders/7'],
		['store/order/created', { order_id: 7 }, 'order', '/v2/orders/7'],
		['store/channel/2/order/statusUpdated', { order_id: 7 }, 'order', '/v2/orders/7'],
		['store/shipment/created', { id: 3, orderId: 7 }, 'shipment', '/v2/orders/7/shipments/3'],
		['store/product/updated', { id: 7 }, 'product', '/v3/catalog/products/7'],
		['store/product/inventory/updated', { id: 7 }, 'product', '/v3/catalog/products/7'],
		['store/product/metafield/updated', { resource_id: '7' }, 'product', '/v3/catalog/products/7'],
		[
			'store/channel/*/inventory/product/stock_changed',
			{ product_id: 7, variant_id: 8 },
			'product',
			'/v3/catalog/products/7',
		],
		['store/cart/converted', { id: CART, orderId: 7 }, 'cart', `/v3/carts/${CART}`],
		['store/cart/lineItem/created', { id: 'x', cartId: CART }, 'cart', `/v3/carts/${CART}`],
	])('%s', async (scope, data, kind, path) => {
		const body = { id: path.split('/').at(-1), status: 'whole' };
		const service = answering({ [`GET ${path}`]: path.startsWith('/v3') ? v3(body) : ok(body) });
		expect(await read(service, scope, data)).toMatchObject({ kind, record: body });
		expect(service.lines[0]).toBe(`GET ${path}`);
	});

	it.each<[string, IDataObject]>([
		['store/customer/updated', { type: 'customer', id: 7 }],
		['store/customer/address/updated', { type: 'customer', id: 99, address: { customer_id: 7 } }],
	])('%s finds the customer in a list of one', async (scope, data) => {
		const service = answering({ 'GET /v3/customers': v3([{ id: 7, first_name: 'Ada' }]) });
		expect(await read(service, scope, data)).toMatchObject({
			kind: 'customer',
			record: { id: 7, first_name: 'Ada' },
		});
		expect(service.requests[0].query).toEqual({ 'id:in': '7' });
	});

	it('asks nothing more where an event tells of nothing but its object', async () => {
		const service = answering({ 'GET /v2/orders/7': ok({ id: 7 }) });
		expect(await read(service, 'store/order/updated', { id: 7 })).toEqual({
			kind: 'order',
			record: { id: 7 },
		});
		expect(service.lines).toEqual(['GET /v2/orders/7']);
	});

	it('knows every order event that can be chosen, except those of deleted things', () => {
		const events = SCOPE_OPTIONS.map(({ value }) => String(value)).filter(
			(scope) => scope.startsWith('store/order/') && !scope.endsWith('/*') && !scope.endsWith('/deleted'),
		);
		expect(events.length).toBeGreaterThan(5);
		for (const event of events) expect(sourceOf(event)?.name).toBe('order');
	});
});

describe('an event about several prices', () => {
	const named = [
		{ price_list_id: 4, variant_id: 9, currency: 'USD' },
		{ price_list_id: 4, variant_id: 10, currency_code: 'eur' },
		{ price_list_id: 5, variant_id: 9, currency: 'usd' },
		{ price_list_id: 'x', variant_id: 9 },
	];
	const price = (list: number, variant: number, currency: string) => ({
		price_list_id: list,
		variant_id: variant,
		currency,
		price: 12.5,
	});

	it('is told with those that it names as they are now, of each price list by one read', async () => {
		const service = answering({
			'GET /v3/pricelists/4/records': v3([price(4, 9, 'usd'), price(4, 9, 'eur'), price(4, 10, 'eur')]),
			'GET /v3/pricelists/5/records': v3([price(5, 9, 'usd')]),
		});
		expect(await read(service, 'store/priceList/records/updated', named)).toEqual({
			kind: 'prices',
			rows: [price(4, 9, 'usd'), price(4, 10, 'eur'), price(5, 9, 'usd')],
		});
		expect(service.requests.map(({ path, query }) => [path, query['variant_id:in']])).toEqual([
			['/v3/pricelists/4/records', '9,10'],
			['/v3/pricelists/5/records', '9'],
		]);
	});

	it('is found behind a page that holds its variants in other currencies only', async () => {
		const ids = Array.from({ length: 250 }, (_none, one) => one + 1);
		const page = (currency: string, number: number) => ({
			status: 200,
			body: {
				data: ids.map((id) => price(4, id, currency)),
				meta: { pagination: { total: 500, total_pages: 2, count: 250, current_page: number, per_page: 250 } },
			},
		});
		const service = answering({ 'GET /v3/pricelists/4/records': [page('cad', 1), page('eur', 2)] });
		const wanted = ids.map((id) => ({ price_list_id: 4, variant_id: id, currency: 'EUR' }));
		const { rows } = Object(await read(service, 'store/priceList/records/updated', wanted));
		expect(rows).toHaveLength(250);
	});

	it('asks for 250 variants at a time', async () => {
		const service = answering({ 'GET /v3/pricelists/4/records': v3([price(4, 1, 'usd')]) });
		const many = Array.from({ length: 600 }, (_none, one) => ({ price_list_id: 4, variant_id: one + 1 }));
		await read(service, 'store/priceList/records/created', many);
		expect(service.requests.map(({ query }) => String(query['variant_id:in']).split(',').length)).toEqual([
			250, 250, 100,
		]);
	});

	it('is told as gone, as refused, and stays thin where they were removed', async () => {
		const event = 'store/priceList/records/created';
		expect(
			await read(answering({ 'GET /v3/pricelists/4/records': v3([]) }), event, named.slice(0, 1)),
		).toEqual({
			kind: 'prices',
			gone: true,
		});
		const refusing = answering({ 'GET /v3/pricelists/4/records': { status: 403, body: {} } });
		expect(await read(refusing, event, named.slice(0, 1))).toMatchObject({ kind: 'prices', passing: false });
		expect(await read(answering({}), 'store/priceList/records/deleted', named)).toBeUndefined();
	});
});

describe('an event whose object cannot be read again', () => {
	it.each<[string, IDataObject | IDataObject[]]>([
		['store/product/deleted', { id: 7 }],
		['store/order/metafield/deleted', { resource_id: '7' }],
		['store/product/variant/metafield/created', { resource_id: 'x' }],
		['store/cart/metafield/created', { resource_id: '7' }],
		['store/metafield/created', { resource_type: 'page', resource_id: '7' }],
		['store/metafield/created', { resource_type: 'variant', resource_id: 'x' }],
		['store/metafield/created', { resource_type: 'constructor', resource_id: '7' }],
		['store/metafield/deleted', { resource_type: 'order', resource_id: '7' }],
		['store/sku/updated', { id: 7, sku: { variant_id: 7 } }],
		['store/priceList/record/updated', { price_list_id: 1, variant_id: 2, currency: '../..' }],
		['store/company/created', { company_id: 3 }],
		['store/quote/created', { quote_id: 3 }],
		['store/redirects/updated', { id: 3, site_id: 1 }],
		['store/priceList/records/updated', [{ price_list_id: 1 }]],
		['store/order/created', {}],
		['store/order/created', { id: '7/../../v3/hooks' }],
		['store/order/created', { id: { '7': 7 } }],
		['store/shipment/created', { id: 3 }],
		['store/customer/updated', {}],
		['store/customer/address/updated', { id: 99 }],
		['store/cart/created', { id: '../customers' }],
	])('stays thin, and nothing is asked: %s %j', async (scope, data) => {
		const service = answering({});
		expect(await read(service, scope, data)).toBeUndefined();
		expect(service.lines).toEqual([]);
	});
});

describe('an object that was deleted since', () => {
	it('is told as gone, not as a failure', async () => {
		expect(await read(answering({}), 'store/order/created', { id: 7 })).toEqual({
			kind: 'order',
			gone: true,
		});
	});

	it('is gone too when a list does not have it', async () => {
		const service = answering({ 'GET /v3/customers': v3([]) });
		expect(await read(service, 'store/customer/updated', { id: 7 })).toEqual({
			kind: 'customer',
			gone: true,
		});
	});
});

describe('a store that does not give the object', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const REFUSALS: Array<[Answer, boolean, string]> = [
		[{ status: 500 }, true, 'could not answer'],
		[{ status: 503 }, true, 'could not answer'],
		[{ status: 401 }, true, 'does not accept the access token'],
		[{ status: 429 }, true, 'too many requests'],
		[{ status: 423 }, true, 'locked'],
		[{ broken: 'ECONNRESET' }, true, 'The connection to BigCommerce broke'],
		[{ broken: 'ECONNREFUSED' }, true, 'The connection to BigCommerce broke'],
		[ok('<html>maintenance</html>'), true, 'a web page'],
		[ok('{"id": 7, "stat'), true, 'text that cannot be read'],
		[ok(''), true, 'nothing'],
		[ok([]), true, 'data of another shape'],
		[ok({ id: 8 }), true, 'data of another shape'],
		[{ status: 400 }, false, 'did not accept'],
		[{ status: 403 }, false, 'may not read order of the delivery'],
		[{ status: 405 }, false, 'does not offer this'],
		[{ status: 422 }, false, 'missing or not valid'],
		[{ status: 301 }, false, 'status 301'],
	];

	it.each(REFUSALS)('says why, and whether it may pass: %j', async (answer, passing, why) => {
		const service = answering({ 'GET /v2/orders/7': answer });
		const { result } = await passTime(async () => await read(service, 'store/order/created', { id: 7 }));
		expect(result).toMatchObject({
			kind: 'order',
			passing,
			refused: { message: expect.stringContaining(why) },
		});
	});

	it.each<[string, Answer]>([
		['a web page', ok('<html>maintenance</html>')],
		['another customer', v3([{ id: 8 }])],
		['several, as if the filter were not there', v3([{ id: 7 }, { id: 8 }])],
		['a record', v3({ id: 7 })],
		['an empty body', ok('')],
	])('says so of a list of one that is %s: the customer is not called gone', async (_what, answer) => {
		const service = answering({ 'GET /v3/customers': answer });
		const { result } = await passTime(async () => await read(service, 'store/customer/updated', { id: 7 }));
		expect(result).toMatchObject({ kind: 'customer', passing: true });
		expect(result).not.toHaveProperty('gone');
	});

	it('names the scope that is missing: read-only', async () => {
		const service = answering({ 'GET /v3/catalog/products/7': { status: 403 } });
		const { result } = await passTime(async () => await read(service, 'store/product/updated', { id: 7 }));
		expect(result).toMatchObject({
			refused: { description: expect.stringContaining('"Products: read-only"') },
		});
	});
});
