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
});
