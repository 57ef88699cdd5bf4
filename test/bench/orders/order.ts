import type { IDataObject } from 'n8n-workflow';
import { ORDER_BYTES } from './plan';

const amounts = (names: readonly string[], value: number): IDataObject =>
	Object.fromEntries(names.map((name) => [name, value.toFixed(4)]));

const TOTALS = ['subtotal', 'shipping_cost', 'handling_cost', 'wrapping_cost', 'total'].flatMap((name) => [
	`${name}_ex_tax`,
	`${name}_inc_tax`,
	`${name}_tax`,
]);

const billingAddress = (id: number): IDataObject => ({
	first_name: 'Sample',
	last_name: `Shopper ${id}`,
	company: '',
	street_1: `${id} Example Street`,
	street_2: '',
	city: 'Austin',
	state: 'Texas',
	zip: '78701',
	country: 'United States',
	country_iso2: 'US',
	phone: '5125550100',
	email: `shopper${id}@example.com`,
	form_fields: [],
});

const link = (id: number, name: string): IDataObject => ({
	url: `https://api.example.com/stores/bench1/v2/orders/${id}/${name}`,
	resource: `/orders/${id}/${name}`,
});

/** The shape of an order as BigCommerce answers it (BigCommerce reference 3.3); invented values. */
const fieldsOf = (id: number): IDataObject => ({
	id,
	customer_id: id % 977,
	date_created: new Date(Date.UTC(2026, 0, 1) + id * 60_000).toUTCString(),
	date_modified: new Date(Date.UTC(2026, 0, 2) + id * 60_000).toUTCString(),
	date_shipped: '',
	status_id: 11,
	status: 'Awaiting Fulfillment',
	...amounts(TOTALS, (id % 500) + 9.95),
	items_total: (id % 5) + 1,
	items_shipped: 0,
	payment_method: 'Credit Card',
	payment_provider_id: null,
	payment_status: 'captured',
	refunded_amount: '0.0000',
	order_is_digital: false,
	ip_address: '192.0.2.10',
	currency_code: 'USD',
	staff_notes: '',
	customer_message: '',
	discount_amount: '0.0000',
	coupon_discount: '0.0000',
	is_deleted: false,
	cart_id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
	billing_address: billingAddress(id),
	order_source: 'www',
	channel_id: 1,
	external_order_id: '',
	products: link(id, 'products'),
	shipping_addresses: link(id, 'shipping_addresses'),
	coupons: link(id, 'coupons'),
});

/** One order as JSON of exactly ORDER_BYTES bytes; the shopper's message fills it up. @throws RangeError when it is too long already */
export function orderJson(id: number): string {
	const order = fieldsOf(id);
	const missing = ORDER_BYTES - JSON.stringify(order).length;
	if (missing < 0) throw new RangeError(`An order has ${-missing} bytes too many`);
	const message = 'Please leave it with the neighbours. '.repeat(Math.ceil(missing / 37)).slice(0, missing);
	return JSON.stringify({ ...order, customer_message: message });
}
