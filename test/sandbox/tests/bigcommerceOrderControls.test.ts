/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('what tests do to the orders of the BigCommerce stand-in', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	it('each scenario differs from a harmless order in what it is named after', async () => {
		const of = async (scenario: string) => {
			const id = await store.place(scenario);
			const order = (await store.api('GET', `/v2/orders/${id}`)).data;
			const [shipping] = (await store.api('GET', `/v2/orders/${id}/shipping_addresses`)).data;
			return {
				held: order.payment_status === 'held for review',
				high: Number(order.total_inc_tax) > 1000,
				mismatch: order.billing_address.street_1 !== shipping.street_1,
				unusual: shipping.shipping_method !== 'Flat Rate',
			};
		};
		const harmless = { held: false, high: false, mismatch: false, unusual: false };
		expect(await of('harmless')).toEqual(harmless);
		expect(await of('fraud-flag')).toEqual({ ...harmless, held: true });
		expect(await of('high-value')).toEqual({ ...harmless, high: true });
		expect(await of('address-mismatch')).toEqual({ ...harmless, mismatch: true });
		expect(await of('unusual-shipping')).toEqual({ ...harmless, unusual: true });
		expect(await of('risky')).toEqual({ ...harmless, high: true, mismatch: true });
	});

	it('a large order has several lines, which make up its total with shipping', async () => {
		const id = await store.place('large');
		const order = (await store.api('GET', `/v2/orders/${id}`)).data;
		const lines = (await store.api('GET', `/v2/orders/${id}/products`)).data;
		const sum = lines.reduce(
			(total: number, line: { total_inc_tax: string }) => total + Number(line.total_inc_tax),
			0,
		);
		expect(lines).toHaveLength(3);
		expect(Number(order.total_inc_tax)).toBeCloseTo(sum + Number(order.shipping_cost_inc_tax), 2);
		expect(Number(order.total_inc_tax)).toBeGreaterThan(10_000);
	});

	it('a placed order takes the fields that the test chooses, its final status too', async () => {
		const id = await store.place('harmless', {
			status_id: 7,
			payment_status: 'authorized',
			customer_message: 'ring twice',
			billing_address: { email: 'someone@example.com' },
		});
		expect((await store.api('GET', `/v2/orders/${id}`)).data).toMatchObject({
			status_id: 7,
			payment_status: 'authorized',
			customer_message: 'ring twice',
			billing_address: { email: 'someone@example.com', city: 'Austin' },
		});
	});

	it('the list is newest first and shows link records parsed', async () => {
		const first = await store.place();
		const second = await store.place();
		await store.api('POST', `/v3/orders/${first}/metafields`, {
			permission_set: 'write',
			namespace: 'opentext_link',
			key: 'risk:1',
			value: '{"state":"open"}',
		});
		const { data } = await store.control('GET', '/bigcommerce/orders');
		expect(data).toMatchObject([
			{ id: second, opentext_link: [] },
			{ id: first, opentext_link: [{ key: 'risk:1', value: { state: 'open' } }] },
		]);
	});

	it('a removed order is 404 together with its metafields', async () => {
		const id = await store.place();
		await store.control('DELETE', `/bigcommerce/orders/${id}`);
		expect((await store.api('GET', `/v2/orders/${id}`)).status).toBe(404);
		expect((await store.api('GET', `/v3/orders/${id}/metafields`)).status).toBe(404);
	});

	it('seeding makes the wanted number of orders of the wanted size', async () => {
		const { data } = await store.control('POST', '/bigcommerce/seed', { count: 600, padTo: 4000 });
		expect(data.lastId - data.firstId).toBe(599);
		const { data: page } = await store.api('GET', '/v2/orders?limit=250&page=3');
		expect(page).toHaveLength(100);
		expect(JSON.stringify(page[99]).length).toBe(4000);
	});

	it('a store with 100,000 orders is made in seconds, and its pages and counts come at once', async () => {
		const timed = async <Got>(act: () => Promise<Got>): Promise<{ got: Got; ms: number }> => {
			const start = performance.now();
			return { got: await act(), ms: performance.now() - start };
		};
		const seeded = await timed(
			async () => await store.control('POST', '/bigcommerce/seed', { count: 100_000 }),
		);
		expect(seeded.got.data.lastId - seeded.got.data.firstId).toBe(99_999);
		expect(seeded.ms).toBeLessThan(20_000);
		const count = await timed(async () => await store.api('GET', '/v2/orders/count'));
		expect(count.got.data.count).toBe(100_000);
		expect(count.ms).toBeLessThan(5_000);
		const page = await timed(async () => await store.api('GET', '/v2/orders?limit=250&page=400'));
		expect(page.got.data).toHaveLength(250);
		expect(page.ms).toBeLessThan(5_000);
		expect((await store.api('GET', '/v2/orders?limit=250&page=401')).status).toBe(204);
		await store.control('POST', '/reset');
	});

	it('a reset forgets orders and settings', async () => {
		await store.place();
		await store.control('POST', '/bigcommerce/settings', { quota: { requests: 1, windowMs: 30_000 } });
		expect((await store.control('POST', '/reset')).status).toBe(204);
		expect((await store.api('GET', '/v2/orders')).status).toBe(204);
		expect((await store.api('GET', '/v2/orders')).status).toBe(204);
	});
});

describe('the state of the BigCommerce stand-in', () => {
	it('survives a restart: orders, metafields, hooks and the moved clock', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
		const first = await openStore(folder);
		const id = await first.place('risky');
		const metafield = { permission_set: 'write', namespace: 'n', key: 'k', value: 'v' };
		await first.api('POST', `/v3/orders/${id}/metafields`, metafield);
		await first.api('POST', '/v3/hooks', {
			scope: 'store/order/created',
			destination: 'https://n8n.example.com/x',
		});
		await first.control('POST', '/clock', { advanceMs: 86_400_000 });
		await first.close();

		const second = await openStore(folder);
		expect((await second.api('GET', `/v2/orders/${id}`)).data.status_id).toBe(11);
		expect((await second.api('POST', `/v3/orders/${id}/metafields`, metafield)).status).toBe(409);
		expect((await second.api('GET', '/v3/hooks')).data.data).toHaveLength(1);
		expect((await second.api('GET', '/v2/time')).data.time).toBeGreaterThan(Date.now() / 1000 + 86_000);
		await second.close();
		await rm(folder, { recursive: true });
	});
});
