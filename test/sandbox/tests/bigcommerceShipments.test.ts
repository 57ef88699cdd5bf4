import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('shipments of the BigCommerce stand-in', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	const read = async (path: string) => (await store.api('GET', path)).data;

	/** The harmless order, two mugs to one address, and how so many of them are sent. */
	const order = async () => {
		const id = await store.place();
		const path = `/v2/orders/${id}`;
		const [[{ id: line }], [{ id: address }]] = [
			await read(`${path}/products`),
			await read(`${path}/shipping_addresses`),
		];
		const send = async (...quantities: number[]) =>
			await store.api('POST', `${path}/shipments`, {
				order_address_id: address,
				items: quantities.map((quantity) => ({ order_product_id: line, quantity })),
			});
		return { path, send };
	};

	/** What the order, its only line and its only address tell of what was sent. */
	const sent = async (path: string) => {
		const { status_id: status, items_shipped: all, date_shipped: date } = await read(path);
		const [{ quantity_shipped: ofLine }] = await read(`${path}/products`);
		const [{ items_shipped: toAddress }] = await read(`${path}/shipping_addresses`);
		return { status, pieces: [all, ofLine, toAddress], date };
	};

	it('what is sent counts on order, line and address, and the last of it tells the date', async () => {
		const { path, send } = await order();
		expect(await sent(path)).toEqual({ status: 11, pieces: [0, 0, 0], date: '' });
		await send(1);
		expect(await sent(path)).toEqual({ status: 3, pieces: [1, 1, 1], date: '' });
		await store.control('POST', '/clock', { advanceMs: 86_400_000 });
		const { data: shipment } = await send(1);
		const { date_created: date } = shipment;
		expect(await sent(path)).toEqual({ status: 2, pieces: [2, 2, 2], date });
	});

	it('a shipment that is taken back counts no longer, and leaves the order where it was', async () => {
		const { path, send } = await order();
		const { data: shipment } = await send(2);
		await store.api('DELETE', `${path}/shipments/${shipment.id}`);
		expect(await sent(path)).toEqual({ status: 2, pieces: [0, 0, 0], date: shipment.date_created });
		expect((await send(2)).status).toBe(201);
	});

	it('two rows of one line count together, up to what was ordered', async () => {
		const { path, send } = await order();
		expect((await send(2, 1)).status).toBe(400);
		expect((await send(1, 1)).status).toBe(201);
		expect(await sent(path)).toMatchObject({ status: 2, pieces: [2, 2, 2] });
	});

	it('an order that is only marked as shipped has the date of it, and nothing that was sent', async () => {
		const { path } = await order();
		const { data: marked } = await store.api('PUT', path, { status_id: 2 });
		expect(marked).toMatchObject({ items_shipped: 0, date_shipped: marked.date_modified });
		await store.control('POST', '/clock', { advanceMs: 60_000 });
		const { data: completed } = await store.api('PUT', path, { status_id: 10 });
		expect(completed.date_shipped).toBe(marked.date_shipped);
		expect((await store.api('PUT', path, { date_shipped: marked.date_shipped })).status).toBe(400);
	});
});
