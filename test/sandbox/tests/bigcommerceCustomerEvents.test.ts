import { eventually, openReceiver, openStore } from './bigcommerceHarness';
import type { Receiver, Store } from './bigcommerceHarness';

describe('events of customers', () => {
	let store: Store;
	let receiver: Receiver;
	beforeEach(async () => {
		store = await openStore();
		receiver = await openReceiver();
		const hook = { scope: 'store/customer/*', destination: receiver.url, is_active: true };
		expect((await store.api('POST', '/v3/hooks', hook)).status).toBe(200);
	});
	afterEach(async () => {
		await receiver.close();
		await store.close();
	});

	const events = () =>
		receiver.received
			.map(({ body }) => JSON.parse(body))
			.map(({ scope, data }) => ({ scope, data }))
			.sort((left, right) => left.scope.localeCompare(right.scope));

	it('say who was created, changed and deleted, and whose address was', async () => {
		await store.api('POST', '/v3/customers', [{ email: 'n@example.com', first_name: 'N', last_name: 'P' }]);
		await store.api('PUT', '/v3/customers', [{ id: 35, notes: 'x' }]);
		await store.api('PUT', '/v3/customers/addresses', [{ id: 60, city: 'Dallas' }]);
		await store.api('DELETE', '/v3/customers?id:in=35');
		await eventually(() => receiver.received.length >= 4);
		const channels = { origin_channel_id: 1, channel_ids: [] };
		expect(events()).toEqual([
			{
				scope: 'store/customer/address/updated',
				data: { type: 'customer', id: 60, address: { customer_id: 32 } },
			},
			{ scope: 'store/customer/created', data: { type: 'customer', id: 35, ...channels } },
			{ scope: 'store/customer/deleted', data: { type: 'customer', id: 35 } },
			{ scope: 'store/customer/updated', data: { type: 'customer', id: 35, ...channels } },
		]);
	});

	it('a refused call has none', async () => {
		await store.api('POST', '/v3/customers', [
			{ email: 'n@example.com', first_name: 'N', last_name: 'P' },
			{},
		]);
		await store.api('PUT', '/v3/customers', [{ id: 32, notes: 'x' }]);
		await receiver.until(1);
		expect(receiver.scopes()).toEqual(['store/customer/updated']);
	});
});
