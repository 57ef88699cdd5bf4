import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('what belongs to customers', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	const address = (changes: Record<string, unknown> = {}) => ({
		customer_id: 33,
		first_name: 'Carl',
		last_name: 'Buyer',
		address1: '2 Dock Road',
		city: 'Toronto',
		state_or_province: 'Ontario',
		postal_code: 'M5V 2T6',
		country_code: 'CA',
		...changes,
	});

	it('an address that is there already is answered with 200 and is absent from data', async () => {
		const first = await store.api('POST', '/v3/customers/addresses', [address()]);
		expect(first.data.data).toMatchObject([{ customer_id: 33, country: 'Canada' }]);
		const second = await store.api('POST', '/v3/customers/addresses', [address()]);
		expect(second.status).toBe(200);
		expect(second.data.data).toEqual([]);
	});

	it('an address of a customer who does not exist is refused with 422', async () => {
		const { status, data } = await store.api('POST', '/v3/customers/addresses', [
			address({ customer_id: 999 }),
		]);
		expect(status).toBe(422);
		expect(Object.keys(data.errors)).toEqual(['0.customer_id']);
	});

	it('deleting addresses without id:in is refused', async () => {
		expect((await store.api('DELETE', '/v3/customers/addresses')).status).toBe(422);
	});

	it('an attribute value is written as `value`, read as `attribute_value`, and made where it is missing', async () => {
		const put = async (value: string) =>
			await store.api('PUT', '/v3/customers/attribute-values', [{ attribute_id: 1, customer_id: 34, value }]);
		const made = await put('requested');
		expect(made.data.data).toMatchObject([{ attribute_value: 'requested', customer_id: 34 }]);
		const changed = await put('approved');
		expect(changed.data.data).toMatchObject([{ id: made.data.data[0].id, attribute_value: 'approved' }]);
		const { data } = await store.api('GET', '/v3/customers/attribute-values?name=Credit terms');
		expect(data.data.map(({ attribute_value }: { attribute_value: string }) => attribute_value)).toEqual([
			'requested',
			'approved',
		]);
	});

	it('an attribute takes its values with it', async () => {
		expect((await store.api('DELETE', '/v3/customers/attributes?id:in=1')).status).toBe(204);
		const { data } = await store.api('GET', '/v3/customers/attribute-values');
		expect(data.data).toMatchObject([{ attribute_id: 2 }]);
	});

	it('groups are V2: a bare array, 204 where none fits, and a count', async () => {
		const wholesale = await store.api('GET', '/v2/customer_groups?name=Wholesale');
		expect(wholesale.data).toMatchObject([{ id: 2, name: 'Wholesale' }]);
		expect((await store.api('GET', '/v2/customer_groups?name=None')).status).toBe(204);
		expect((await store.api('GET', '/v2/customer_groups/count')).data).toEqual({ count: 4 });
		expect((await store.api('GET', '/v2/customer_groups/9')).data).toMatchObject([{ status: 404 }]);
		expect((await store.api('GET', '/v2/customer_groups?colour=red')).status).toBe(400);
	});
});
