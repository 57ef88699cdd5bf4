import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

const MUG = { product_id: 111, variant_id: 77, quantity: 1 };
const GRINDER = { product_id: 113, variant_id: 79, quantity: 1 };

const WHOLESALE = 2;

/** In the group that has a list of its own in the first channel, and in the one that has nothing of its own. */
const CARL = 33;
const ADA = 32;

describe('prices of orders that apps make in the BigCommerce stand-in', () => {
	let store: Store;
	beforeEach(async () => {
		store = await openStore();
	});
	afterEach(async () => await store.close());

	const price = async (customer: number, line: object, more: object = {}): Promise<string> => {
		const body = { billing_address: { zip: '78701' }, customer_id: customer, products: [line], ...more };
		const { data: order } = await store.api('POST', '/v2/orders', body);
		return (await store.api('GET', `/v2/orders/${order.id}/products`)).data[0].price_ex_tax;
	};

	const rules = async (...discounts: object[]) =>
		await store.api('PUT', `/v2/customer_groups/${WHOLESALE}`, { discount_rules: discounts });

	const unassigned = async () => await store.api('DELETE', '/v3/pricelists/assignments?id=1');

	it('are those of the list of the group, where the list has them', async () => {
		expect(await price(CARL, MUG)).toBe('20.0000');
		expect(await price(CARL, GRINDER)).toBe('420.0000');
		expect(await price(CARL, MUG, { default_currency_code: 'EUR' })).toBe('24.5000');
		expect([await price(ADA, MUG), await price(0, MUG)]).toEqual(['24.5000', '24.5000']);
	});

	it('are what the call says, whatever the lists say', async () => {
		expect(await price(CARL, { ...MUG, price_ex_tax: 7, price_inc_tax: 8 })).toBe('7.0000');
	});

	it('are those of the catalog where the list is not active', async () => {
		await rules();
		await store.api('PUT', '/v3/pricelists/3', { active: false });
		expect(await price(CARL, MUG)).toBe('24.5000');
	});

	it('are those of the list that the group names itself', async () => {
		await unassigned();
		await rules({ type: 'price_list', price_list_id: 3 });
		expect(await price(CARL, MUG)).toBe('20.0000');
	});

	it('are less by the narrowest discount of a group that has no list', async () => {
		await unassigned();
		expect(await price(CARL, MUG)).toBe('22.0500');
		const all = { type: 'all', method: 'percent', amount: '10.0000' };
		const stoneware = { type: 'category', category_id: 21, method: 'fixed', amount: '4.0000' };
		await rules(all, stoneware);
		expect([await price(CARL, MUG), await price(CARL, GRINDER)]).toEqual(['20.5000', '378.0000']);
		await rules(all, stoneware, { type: 'product', product_id: 111, method: 'price', amount: '19.9900' });
		expect(await price(CARL, MUG)).toBe('19.9900');
	});

	it('are those of the guests’ group for a guest', async () => {
		const discount = { type: 'all', method: 'percent', amount: '50.0000' };
		await store.api('PUT', '/v2/customer_groups/4', { discount_rules: [discount] });
		expect([await price(0, MUG), await price(ADA, MUG)]).toEqual(['12.2500', '24.5000']);
	});
});
