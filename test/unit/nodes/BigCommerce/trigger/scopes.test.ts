import { covering, isCovered, SCOPE_OPTIONS, spelled } from '../../../../../nodes/BigCommerce/trigger/scopes';

describe('whether a chosen scope covers an event', () => {
	it.each([
		['store/order/created', 'store/order/created', true],
		['store/order/created', 'store/order/updated', false],
		['store/order/*', 'store/order/created', true],
		['store/order/*', 'store/order/message/created', true],
		['store/order/*', 'store/orders/created', false],
		['store/order/*', 'store/order', false],
		['store/customer/*', 'store/customer/address/updated', true],
		['store/customer/address/*', 'store/customer/updated', false],
		['store/channel/2/order/*', 'store/channel/2/order/created', true],
		['store/channel/2/order/*', 'store/channel/3/order/created', false],
		[
			'store/channel/*/inventory/product/stock_changed',
			'store/channel/*/inventory/product/stock_changed',
			true,
		],
		[
			'store/channel/*/inventory/product/stock_changed',
			'store/channel/2/inventory/product/stock_changed',
			true,
		],
		['store/channel/*/inventory/product/stock_changed', 'store/channel/2/inventory/product/settings', false],
		['store/channel/*/order/created', 'store/channel/2/order/created', true],
		['store/channel/*/order/created', 'store/channel/15/order/created', true],
		['store/channel/*/order/created', 'store/channel/2/order/updated', false],
		['store/channel/*/order/created', 'store/order/created', false],
		['store/channel/*/order/*', 'store/channel/2/order/updated', true],
		['store/channel/*', 'store/channel/2/order/created', true],
		['store/channel/*', 'store/channel/updated', true],
		['store/order/created', 'STORE/Order/Created', true],
	])('%s and %s: %p', (chosen, event, covered) => {
		expect(isCovered(event, ['store/cart/created', chosen])).toBe(covered);
	});

	it('is counted, since each scope has a hook of its own', () => {
		const chosen = ['store/order/*', 'store/order/created', 'store/channel/2/order/*', 'store/cart/*'];
		expect(covering('store/order/created', chosen)).toBe(2);
		expect(covering('store/order/updated', chosen)).toBe(1);
		expect(covering('store/channel/2/order/created', chosen)).toBe(1);
		expect(covering('store/product/created', chosen)).toBe(0);
	});

	it('is never so when nothing is chosen', () => {
		expect(isCovered('store/order/created', [])).toBe(false);
	});
});

describe('the spelling of a scope', () => {
	it.each([
		['store/order/created/', 'store/order/created'],
		['/store/order/created', 'store/order/created'],
		[' store//order/created ', 'store/order/created'],
		['STORE/ORDER/STATUSUPDATED', 'store/order/statusUpdated'],
		['store/cart/lineitem/created', 'store/cart/lineItem/created'],
		['Store/Channel/2/Order/statusupdated', 'store/channel/2/order/statusUpdated'],
		['store/channel/*/inventory/product/STOCK_CHANGED', 'store/channel/*/inventory/product/stock_changed'],
		['store/channel/2/categoryTree/updated', 'store/channel/2/categoryTree/updated'],
	])('%s is %s', (given, right) => {
		expect(spelled(given)).toBe(right);
	});

	it.each(SCOPE_OPTIONS.map(({ value }) => String(value)))('%s is right', (value) => {
		expect(spelled(value)).toBe(value);
	});
});

describe('the scopes that a user can choose', () => {
	const values = SCOPE_OPTIONS.map(({ value }) => String(value));

	it('stand there once each, sorted by name', () => {
		const names = SCOPE_OPTIONS.map(({ name }) => name);
		expect(new Set(values).size).toBe(values.length);
		expect(new Set(names).size).toBe(names.length);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
	});

	it('are such as BigCommerce takes: path parts below store/, an asterisk for all (reference 12.8)', () => {
		for (const value of values)
			expect(value).toMatch(/^store(\/channel\/\{channel_id\})?(\/[A-Za-z_]+|\/\*)+$/);
	});

	it.each([
		['store/order/*', 'Order: Any Event'],
		['store/order/statusUpdated', 'Order: Status Updated'],
		['store/channel/{channel_id}/order/created', 'One Channel Order: Created'],
		['store/sku/inventory/updated', 'SKU: Inventory Updated'],
		['store/channel/*/inventory/product/stock_changed', 'Channel Inventory Product: Stock Changed'],
	])('%s reads %s', (value, name) => {
		expect(SCOPE_OPTIONS).toContainEqual({ name, value, description: `Scope ${value}` });
	});
});
