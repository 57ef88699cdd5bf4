import fc from 'fast-check';
import { sameValue } from '../../../../../nodes/BigCommerce/records/sameValue';

describe('a field of an order holds already what is wanted', () => {
	it.each<[string, unknown, unknown]>([
		['status_id', 11, '11'],
		['status_id', 11, ' 11 '],
		['status_id', 11, 11.0],
		['items_total', 2, '2.0'],
		['customer_id', 0, '0'],
		['is_deleted', false, 'false'],
		['is_deleted', true, 'TRUE'],
		['is_deleted', false, 0],
		['order_is_digital', true, 1],
		['discount_amount', '0.0000', 0],
		['discount_amount', '0.0000', '0'],
		['discount_amount', '12.5000', 12.5],
		['total_inc_tax', '12000.0000', '12000'],
		['subtotal_ex_tax', '1.1000', '1.10'],
		['base_shipping_cost', '10.0000', '1e1'],
		['shipping_cost_tax', '0.8000', 0.8],
		['store_credit_amount', '0.0000', '-0'],
		['external_order_id', '7', 7],
		['external_source', null, ''],
		['external_source', '', null],
		['external_order_id', '', ''],
		['staff_notes', 'a\r\nb', 'a\nb'],
		['staff_notes', 'a\rb', 'a\nb'],
		['staff_notes', 'a  \r\nb\r\n', 'a\nb'],
		['customer_message', 'Caf\u00e9', 'Cafe\u0301'],
		['date_created', 'Tue, 20 Oct 2026 09:15:00 +0000', '2026-10-20T09:15:00Z'],
		['date_created', 'Tue, 20 Oct 2026 09:15:00 +0000', '2026-10-20T11:15:00+02:00'],
		['date_created', 'Tue, 20 Oct 2026 09:15:00 +0000', 'Tue, 20 Oct 2026 11:15:00 +0200'],
		['billing_address', { first_name: 'Ada', company: null, zip: '1' }, { zip: '1', company: '' }],
		['fees', [{ id: 1, base_cost: '5.0000', type: 'custom_fee' }], [{ id: '1', base_cost: 5 }]],
		['fees', [], []],
	])('%s: %j is %j', (name, current, wanted) => {
		expect(sameValue(name, current, wanted)).toBe(true);
	});

	it.each<[string, unknown, unknown]>([
		['status_id', 11, 12],
		['status_id', 11, ''],
		['status_id', 0, null],
		['status_id', 1, true],
		['is_deleted', false, 'no'],
		['external_order_id', '007', 7],
		['external_order_id', '7', '007'],
		['external_order_id', '1.0', 1],
		['external_order_id', '1e1', '10'],
		['payment_provider_id', '0.0', '0'],
		['external_order_id', 'x', null],
		['external_order_id', undefined, ''],
		['discount_amount', '0.0000', 0.01],
		['discount_amount', '0.0000', 'none'],
		['discount_amount', '9007199254740993', '9007199254740992'],
		['staff_notes', 'a\nb', 'a b'],
		['staff_notes', ' a', 'a'],
		['staff_notes', 'A', 'a'],
		['date_created', 'Tue, 20 Oct 2026 09:15:00 +0000', '2026-10-20T09:15:01Z'],
		['date_created', 'Tue, 20 Oct 2026 09:15:00 +0000', 'yesterday'],
		['billing_address', { first_name: 'Ada' }, { first_name: 'Bob' }],
		['billing_address', undefined, { first_name: 'Ada' }],
		['fees', [{ id: 1 }, { id: 2 }], [{ id: 1 }]],
		['fees', [{ id: 1 }], []],
		['products', { url: 'u', resource: '/orders/7/products' }, [{ id: 1, quantity: 0 }]],
	])('but not %s: %j is not %j', (name, current, wanted) => {
		expect(sameValue(name, current, wanted)).toBe(false);
	});

	it('money: whatever number of zeros either side writes', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 6 }), (cents, zeros) => {
				const plain = cents / 100;
				const given = `${(cents / 100).toFixed(2)}${'0'.repeat(zeros)}`;
				expect(sameValue('discount_amount', given, plain)).toBe(true);
				expect(sameValue('discount_amount', given, (cents + 1) / 100)).toBe(false);
			}),
		);
	});

	it('every value is the same as itself', () => {
		fc.assert(
			fc.property(fc.string(), fc.jsonValue(), (name, value) =>
				expect(sameValue(name, value, value)).toBe(true),
			),
		);
	});
});
