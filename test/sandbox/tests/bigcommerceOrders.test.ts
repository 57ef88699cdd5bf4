/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

const RFC_2822 = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/;

describe('V2 orders of the BigCommerce stand-in', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	const ids = async (query: string): Promise<number[]> => {
		const { status, data } = await store.api('GET', `/v2/orders?${query}`);
		return status === 204 ? [] : data.map(({ id }: { id: number }) => id);
	};

	describe('reading', () => {
		it('an empty list is 204 without a body', async () => {
			const { status, data } = await store.api('GET', '/v2/orders');
			expect(status).toBe(204);
			expect(data).toBe('');
		});

		it('money is text with four decimals, dates are RFC-2822 and sub-resources are links', async () => {
			const id = await store.place('high-value');
			const { data } = await store.api('GET', `/v2/orders/${id}`);
			expect(data).toMatchObject({
				id,
				status_id: 11,
				status: 'Awaiting Fulfillment',
				payment_status: 'captured',
				subtotal_ex_tax: '3750.0000',
				date_created: expect.stringMatching(RFC_2822),
				date_modified: expect.stringMatching(RFC_2822),
				date_shipped: '',
				products: {
					url: `${store.url}/bigcommerce/stores/sandbox1/v2/orders/${id}/products`,
					resource: `/orders/${id}/products`,
				},
			});
		});

		it('products and shipping addresses of an order are lists of their own', async () => {
			const id = await store.place('address-mismatch');
			const products = await store.api('GET', `/v2/orders/${id}/products`);
			expect(products.data).toMatchObject([{ order_id: id, quantity: 2, price_ex_tax: '24.5000' }]);
			const addresses = await store.api('GET', `/v2/orders/${id}/shipping_addresses`);
			expect(addresses.data).toMatchObject([{ order_id: id, country_iso2: 'CA' }]);
			expect(products.data[0].order_address_id).toBe(addresses.data[0].id);
		});

		it('coupons, shipments and messages are 204 while there are none', async () => {
			const id = await store.place();
			for (const name of ['coupons', 'shipments', 'messages']) {
				expect((await store.api('GET', `/v2/orders/${id}/${name}`)).status).toBe(204);
			}
		});

		it('include embeds fees, and consignments only with consignment_structure=object', async () => {
			const id = await store.place();
			const linked = await store.api('GET', `/v2/orders/${id}?include=consignments,fees`);
			expect(linked.data.fees).toEqual([]);
			expect(linked.data.consignments.resource).toBe(`/orders/${id}/consignments`);
			const path = `/v2/orders/${id}?include=consignments.line_items&consignment_structure=object`;
			const embedded = await store.api('GET', path);
			expect(embedded.data.consignments.shipping[0]).toMatchObject({
				base_cost: 8,
				line_items: [{ name: 'Coffee Mug' }],
			});
		});

		it('an unknown order is 404 and an id that is not a number 400, both as arrays', async () => {
			const unknown = await store.api('GET', '/v2/orders/999');
			expect(unknown.status).toBe(404);
			expect(unknown.data).toEqual([{ status: 404, message: 'The requested resource was not found.' }]);
			const text = await store.api('GET', '/v2/orders/abc');
			expect(text.status).toBe(400);
			expect(text.data).toEqual([{ status: 400, message: expect.stringContaining('abc') }]);
		});

		it('there are fifteen order statuses', async () => {
			const { data } = await store.api('GET', '/v2/order_statuses');
			expect(data).toHaveLength(15);
			expect((await store.api('GET', '/v2/order_statuses/12')).data).toMatchObject({
				name: 'Manual Verification Required',
			});
			expect((await store.api('GET', '/v2/order_statuses/15')).status).toBe(404);
		});
	});

	describe('lists', () => {
		it('every filter keeps the orders that fit', async () => {
			const cheap = await store.place('harmless', {
				external_order_id: 'EXT-1',
				customer_id: 5,
				payment_method: 'Cash',
			});
			const dear = await store.place('high-value');
			await store.api('PUT', `/v2/orders/${dear}`, { status_id: 12 });
			const { data } = await store.api('GET', `/v2/orders/${cheap}`);
			const expected: Array<[string, number[]]> = [
				[`min_id=${dear}`, [dear]],
				[`max_id=${cheap}`, [cheap]],
				['min_total=1000', [dear]],
				['max_total=1000', [cheap]],
				['customer_id=5', [cheap]],
				['email=ADA.EXAMPLE@example.com', [cheap, dear]],
				['email=nobody@example.com', []],
				['status_id=12', [dear]],
				[`cart_id=${data.cart_id}`, [cheap]],
				['payment_method=Cash', [cheap]],
				['channel_id=1', [cheap, dear]],
				['channel_id=2', []],
				['external_order_id=EXT-1', [cheap]],
				['min_date_created=2100-01-01', []],
				['max_date_created=2100-01-01', [cheap, dear]],
				['max_date_modified=2000-01-01', []],
			];
			for (const [query, found] of expected) expect([query, await ids(query)]).toEqual([query, found]);
		});

		it('date bounds are inclusive at a resolution of one second', async () => {
			const id = await store.place();
			const { date_modified: modified } = (await store.api('GET', `/v2/orders/${id}`)).data;
			const bound = (seconds: number) =>
				encodeURIComponent(new Date(Date.parse(modified) + seconds * 1000).toISOString());
			expect(await ids(`min_date_modified=${encodeURIComponent(modified)}`)).toEqual([id]);
			expect(await ids(`min_date_modified=${bound(0)}&max_date_modified=${bound(0)}`)).toEqual([id]);
			expect(await ids(`min_date_modified=${bound(1)}`)).toEqual([]);
			expect(await ids(`max_date_modified=${bound(-1)}`)).toEqual([]);
		});

		it('a change moves date_modified', async () => {
			const id = await store.place();
			const before = (await store.api('GET', `/v2/orders/${id}`)).data;
			await store.control('POST', '/clock', { advanceMs: 10_000 });
			const after = (await store.api('PUT', `/v2/orders/${id}`, { staff_notes: 'x' })).data;
			expect(Date.parse(after.date_modified) - Date.parse(before.date_modified)).toBeGreaterThanOrEqual(
				10_000,
			);
			expect(after.date_created).toBe(before.date_created);
		});

		it('pages hold `limit` orders by ascending id and the page after the last is 204', async () => {
			await store.control('POST', '/bigcommerce/seed', { count: 5 });
			expect(await ids('limit=2')).toEqual([100, 101]);
			expect(await ids('limit=2&page=3')).toEqual([104]);
			expect((await store.api('GET', '/v2/orders?limit=2&page=4')).status).toBe(204);
			expect(await ids('limit=2&sort=id:desc')).toEqual([104, 103]);
		});

		it('a limit above 250 is refused with 413', async () => {
			expect((await store.api('GET', '/v2/orders?limit=251')).status).toBe(413);
			expect((await store.api('GET', '/v2/orders?limit=250')).status).toBe(204);
		});

		it('the count groups by status and obeys the filters', async () => {
			await store.place('harmless');
			await store.place('high-value');
			const { data } = await store.api('GET', '/v2/orders/count?min_total=1000');
			expect(data.count).toBe(1);
			expect(data.statuses.find(({ id }: { id: number }) => id === 11)).toMatchObject({
				count: 1,
				sort_order: 3,
			});
		});
	});

	describe('changing', () => {
		let id: number;
		beforeEach(async () => {
			id = await store.place();
		});

		const put = async (body: unknown) => await store.api('PUT', `/v2/orders/${id}`, body);

		it('a PUT is partial and answers the whole order', async () => {
			const before = (await store.api('GET', `/v2/orders/${id}`)).data;
			const { status, data } = await put({ status_id: 12, staff_notes: 'on hold' });
			expect(status).toBe(200);
			expect(data).toEqual({
				...before,
				status_id: 12,
				status: 'Manual Verification Required',
				custom_status: 'Manual Verification Required',
				staff_notes: 'on hold',
				date_modified: expect.any(String),
			});
		});

		it('a read-only field is refused with 400 and nothing is changed', async () => {
			for (const name of ['id', 'date_modified', 'status', 'payment_status', 'cart_id', 'total_tax']) {
				const { status, data } = await put({ status_id: 5, [name]: 'x' });
				expect(status).toBe(400);
				expect(data[0].message).toBe(
					`The field '${name}' cannot be written to. Please remove it from your request before trying again.`,
				);
			}
			expect((await store.api('GET', `/v2/orders/${id}`)).data.status_id).toBe(11);
		});

		it('an unknown field is refused with 400', async () => {
			const { status, data } = await put({ risk_score: 5 });
			expect(status).toBe(400);
			expect(data[0].message).toBe("The field 'risk_score' is not supported by this resource.");
		});

		it('an echoed order is refused', async () => {
			const { data } = await store.api('GET', `/v2/orders/${id}`);
			expect((await put(data)).status).toBe(400);
		});

		it('a status that does not exist and a value of the wrong type are refused with 400', async () => {
			expect((await put({ status_id: 15 })).status).toBe(400);
			expect((await put({ staff_notes: 5 })).status).toBe(400);
			expect((await put({ total_ex_tax: '-1', total_inc_tax: '1' })).status).toBe(400);
		});

		it('an amount without its pair is refused; the pair sets the tax', async () => {
			expect((await put({ total_ex_tax: '10' })).status).toBe(400);
			const { data } = await put({ total_ex_tax: 10, total_inc_tax: '10.8' });
			expect(data).toMatchObject({
				total_ex_tax: '10.0000',
				total_inc_tax: '10.8000',
				total_tax: '0.8000',
			});
		});

		it('fees replace the whole list', async () => {
			const feeOf = (name: string) => ({
				display_name_customer: name,
				source: 'AA',
				cost_ex_tax: 10,
				cost_inc_tax: 11,
			});
			await put({ fees: [feeOf('A'), feeOf('B')] });
			const first = (await store.api('GET', `/v2/orders/${id}/fees`)).data.fees;
			await put({ fees: [{ ...feeOf('B changed'), id: first[1].id }] });
			expect((await store.api('GET', `/v2/orders/${id}/fees`)).data.fees).toMatchObject([
				{ id: first[1].id, display_name_customer: 'B changed', cost_tax: '1.0000' },
			]);
		});

		it('setting one kind of IP address clears the other', async () => {
			const { data } = await put({ ip_address_v6: '2001:db8::1' });
			expect(data).toMatchObject({ ip_address: '', ip_address_v6: '2001:db8::1' });
		});

		it('external_merchant_id can be written once', async () => {
			expect((await put({ external_merchant_id: 'm1' })).status).toBe(200);
			expect((await put({ external_merchant_id: 'm2' })).status).toBe(400);
		});

		it('a billing address needs its zip', async () => {
			expect((await put({ billing_address: { city: 'Dallas' } })).status).toBe(400);
			const { data } = await put({ billing_address: { city: 'Dallas', zip: '75201' } });
			expect(data.billing_address).toMatchObject({ city: 'Dallas', zip: '75201', first_name: 'Ada' });
		});

		it('a shipping address can be changed on its own, without its read-only fields', async () => {
			const [{ id: addressId }] = (await store.api('GET', `/v2/orders/${id}/shipping_addresses`)).data;
			const path = `/v2/orders/${id}/shipping_addresses/${addressId}`;
			expect((await store.api('PUT', path, { city: 'Dallas' })).data).toMatchObject({ city: 'Dallas' });
			expect((await store.api('PUT', path, { items_total: 3 })).status).toBe(400);
		});

		it('an archived order leaves the lists and can still be read', async () => {
			expect((await store.api('DELETE', `/v2/orders/${id}`)).status).toBe(204);
			expect(await ids('')).toEqual([]);
			expect((await store.api('GET', `/v2/orders/${id}`)).data.is_deleted).toBe(true);
		});
	});

	describe('controls', () => {
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
		}, 60_000);

		it('a reset forgets orders and settings', async () => {
			await store.place();
			await store.control('POST', '/bigcommerce/settings', { quota: { requests: 1, windowMs: 30_000 } });
			expect((await store.control('POST', '/reset')).status).toBe(204);
			expect((await store.api('GET', '/v2/orders')).status).toBe(204);
			expect((await store.api('GET', '/v2/orders')).status).toBe(204);
		});
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
