import { orderFingerprint } from '../../../../../nodes/BigCommerce/records/orderFingerprint';

const ORDER = { id: 7, status_id: 11, products: { url: 'u', resource: '/orders/7/products' } };

describe('the fingerprint of an order', () => {
	it('does not depend on links and what stands in their place', () => {
		expect(orderFingerprint({ ...ORDER, products: [{ id: 1 }] })).toBe(orderFingerprint(ORDER));
		expect(orderFingerprint({ ...ORDER, status_id: 5 })).not.toBe(orderFingerprint(ORDER));
	});
});
