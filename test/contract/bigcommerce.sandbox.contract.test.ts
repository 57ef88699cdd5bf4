import axios from 'axios';
import type { AxiosInstance } from 'axios';

import { COLLECTIONS } from '../sandbox/bigcommerce/collections';
import { TOKEN_WITHOUT_ORDERS } from '../sandbox/core/fixtures';
import { startReceiver } from './deliveryReceiver';
import type { DeliveryReceiver } from './deliveryReceiver';
import { describeWithSpecs } from './describeWithSpecs';
import { expectContract, formatProblems, validateDelivery } from './index';
import { call, dataIdOf, idOf, startStoreSandbox, storeClient } from './storeSandbox';
import type { Call, StoreSandbox } from './storeSandbox';
import { objectOf } from './spec/json';
import { aboutCatalog } from './storeAnswers/catalog';
import { aboutMetafields, METAFIELD } from './storeAnswers/metafields';
import { aboutOrders } from './storeAnswers/orders';
import type { Asked } from './storeAnswers/asked';

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

	const on: Asked = {
		get url() {
			return sandbox.url;
		},
		get order() {
			return order;
		},
		make,
		control,
	};

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

		aboutOrders(on);
		aboutCatalog(on);
		aboutMetafields(on);

		it('to reading the store and the order statuses', async () => {
			await make('GET', '/v2/time', 200);
			await make('GET', '/v2/store', 200);
			await make('GET', '/v2/order_statuses', 200);
			await make('GET', '/v2/order_statuses/12', 200);
		});

		it('to the settings of customers', async () => {
			const privacy = { privacy_settings: { policy_url: 'https://example.com/privacy' } };
			for (const path of ['/v3/customers/settings', '/v3/customers/settings/channels/1']) {
				await make('GET', path, 200);
				await make('PUT', path, 200, privacy);
			}
		});

		it('to the listings of channels', async () => {
			const variants = [{ product_id: 111, variant_id: 77, state: 'active', name: 'Grey mug' }];
			const listing = { product_id: 111, state: 'active', name: 'Mug', variants };
			await make('POST', '/v3/channels/2/listings', 200, [listing, { ...listing, product_id: 112 }]);
			await make('GET', '/v3/channels/2/listings?limit=1', 200);
			await make('GET', '/v3/channels/2/listings?limit=1&after=1', 200);
			await make('GET', '/v3/channels/999/listings', 200);
			await make('POST', '/v3/channels/999/listings', 422, [listing]);
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
