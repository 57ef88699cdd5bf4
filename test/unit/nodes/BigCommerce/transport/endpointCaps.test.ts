import { capOf } from '../../../../../nodes/BigCommerce/transport/endpointCaps';

describe('what a store lets run side by side', () => {
	it.each([
		['PUT', '/v3/customers', 3],
		['GET', '/v3/customers', undefined],
		['GET', '/v3/catalog/trees/1/categories', 1],
		['GET', '/v3/catalog/trees/categories', undefined],
		['PUT', '/v3/pricelists/records', 1],
		['POST', '/v3/pricelists/records', 10],
		['PUT', '/v3/pricelists/4/records', 1],
		['PUT', '/v3/pricelists/4/records/5/usd', 40],
		['PATCH', '/v2/customer_groups/1', 40],
		['GET', '/v2/orders', undefined],
	] as const)('%s %s: %s', (method, path, atOnce) => {
		expect(capOf(method, path)?.atOnce).toBe(atOnce);
	});

	it('counts one call whatever the record, but refunds by order', () => {
		const nameOf = (path: string) => capOf('POST', path)?.name;
		expect(nameOf('/v3/pricelists/1/records')).toBe(nameOf('/v3/pricelists/2/records'));
		const refunds = (order: number) => `/v3/orders/${order}/payment_actions/refunds`;
		expect(nameOf(refunds(1))).not.toBe(nameOf(refunds(2)));
	});
});
