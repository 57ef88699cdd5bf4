import { eventually, openReceiver, openStore } from './bigcommerceHarness';
import type { Receiver, Store } from './bigcommerceHarness';

describe('events of products', () => {
	let store: Store;
	let receiver: Receiver;
	beforeEach(async () => {
		store = await openStore();
		receiver = await openReceiver();
		const hook = { scope: 'store/product/*', destination: receiver.url, is_active: true };
		expect((await store.api('POST', '/v3/hooks', hook)).status).toBe(200);
	});
	afterEach(async () => {
		await receiver.close();
		await store.close();
	});

	const put = async (body: unknown) => {
		expect((await store.api('PUT', '/v3/catalog/products/111', body)).status).toBe(200);
	};
	/** Ends with an event that is sure to come, so that what should not come would be seen before it. */
	const scopesAfter = async (count: number) => {
		await store.api('DELETE', '/v3/catalog/products/114');
		await eventually(() => receiver.received.length >= count + 1);
		return receiver.scopes().sort();
	};

	it('say what was created, changed and deleted', async () => {
		await store.api('POST', '/v3/catalog/products', { name: 'New', type: 'physical', weight: 1, price: 1 });
		await put({ is_visible: false });
		expect(await scopesAfter(2)).toEqual([
			'store/product/created',
			'store/product/deleted',
			'store/product/updated',
		]);
		const { data } = JSON.parse(receiver.received[0].body);
		expect(data).toEqual({ type: 'product', id: 115 });
	});

	it('a change of stock has an event of its own with the new level', async () => {
		await put({ inventory_level: 3 });
		expect(await scopesAfter(2)).toContain('store/product/inventory/updated');
		const event = receiver.received.map(({ body }) => JSON.parse(body)).find(({ data }) => data.inventory);
		expect(event.data.inventory).toEqual({ product_id: 111, method: 'absolute', value: 3 });
	});

	it('custom fields, images and the same value again have none', async () => {
		await put({ custom_fields: [{ name: 'Origin', value: 'Spain' }], price: 24.5 });
		await store.api('POST', '/v3/catalog/products/111/images', { image_url: 'https://e.com/a.jpg' });
		expect(await scopesAfter(0)).toEqual(['store/product/deleted']);
	});
});
