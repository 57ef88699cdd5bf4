import { readOrderFields } from '../../../../../../nodes/BigCommerce/actions/order/otherFields';
import type { Advice } from '../../../../../../nodes/shared/errorText';
import { Values } from '../../../../../../nodes/shared/values';

const refuse = ({ what }: Advice) => new Error(what);

const read = (entered: unknown) =>
	readOrderFields(new Values(refuse, () => 'America/New_York'), entered, refuse);

describe('fields of an order that are entered as JSON', () => {
	it.each<[string, unknown, unknown]>([
		['date_created', '2026-06-05 10:00', 'Fri, 05 Jun 2026 14:00:00 +0000'],
		['date_created', '2026-06-05T10:00:00Z', 'Fri, 05 Jun 2026 10:00:00 +0000'],
		['date_created', 'Fri, 05 Jun 2026 10:00:00 +0000', 'Fri, 05 Jun 2026 10:00:00 +0000'],
		['date_created', new Date(0), 'Thu, 01 Jan 1970 00:00:00 +0000'],
		['status_id', '12', 12],
		['status_id', 0, 0],
		['customer_id', 5, 5],
		['discount_amount', '1.50', '1.50'],
		['discount_amount', 1.5, 1.5],
		['total_inc_tax', ' 3 ', '3'],
		['is_deleted', 'true', true],
		['order_is_digital', false, false],
		['external_order_id', 7, '7'],
		['external_order_id', '007', '007'],
		['customer_message', '', ''],
		['billing_address', { zip: '8010' }, { zip: '8010' }],
		['fees', [], []],
		['products', [{ id: 1, quantity: 0 }], [{ id: 1, quantity: 0 }]],
		['some_new_field', { a: [1, null] }, { a: [1, null] }],
		['some_new_field', null, null],
	])('reads %s: %j', (name, value, result) => {
		expect(read({ [name]: value })).toEqual({ [name]: result });
	});

	it('reads nothing of nothing', () => {
		expect([read(''), read('{}'), read(undefined)]).toEqual([{}, {}, {}]);
	});

	it.each<[string, unknown]>([
		['date_created', 'yesterday'],
		['date_created', null],
		['date_created', ''],
		['date_created', 1780000000],
		['date_created', '2026-02-30'],
		['date_shipped', 'soon'],
		['status_id', 'Shipped'],
		['status_id', null],
		['status_id', ''],
		['status_id', 1.5],
		['status_id', -1],
		['status_id', true],
		['customer_id', 'Ada'],
		['channel_id', [1]],
		['discount_amount', '1,5'],
		['discount_amount', { a: 1 }],
		['discount_amount', ''],
		['discount_amount', null],
		['shipping_cost_ex_tax', '5 EUR'],
		['total_inc_tax', -1],
		['base_shipping_cost', 'free'],
		['is_deleted', 'yes'],
		['is_deleted', 1],
		['is_deleted', null],
		['customer_message', { a: 1 }],
		['customer_message', null],
		['staff_notes', undefined],
		['payment_method', ['Card']],
		['billing_address', 'Graz'],
		['billing_address', []],
		['billing_address', null],
		['fees', {}],
		['fees', null],
		['fees', ''],
		['products', ['Lamp']],
		['shipping_addresses', [null]],
		['some_new_field', undefined],
	])('refuses %s by name: %j', (name, value) => {
		expect(() => read({ [name]: value })).toThrow(`${name} in Other Fields`);
	});
});
