import { orderFingerprint } from '../../../../../nodes/BigCommerce/records/orderFingerprint';
import { read } from '../../../support/orders';

const ORDER = { id: 7, status_id: 11, products: { url: 'u', resource: '/orders/7/products' } };

describe('the fingerprint of an order', () => {
	it('does not depend on links and what stands in their place', () => {
		expect(orderFingerprint(read({ ...ORDER, products: [{ id: 1 }] }))).toBe(orderFingerprint(read(ORDER)));
		expect(orderFingerprint(read({ ...ORDER, status_id: 5 }))).not.toBe(orderFingerprint(read(ORDER)));
	});
});
