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

/** Where an order goes (BigCommerce reference 3.6). */
const addressOf = (id: number): IDataObject => ({
	...billingAddress(id),
	id,
	order_id: id,
	items_total: 2,
	items_shipped: 0,
	shipping_method: 'Flat Rate',
	...amounts(['base_cost', 'cost_ex_tax', 'cost_inc_tax', 'cost_tax'], 8),
});

/** Two lines of an order (BigCommerce reference 3.6). */
const linesOf = (id: number): IDataObject[] =>
	[1, 2].map((line) => ({
		id: 2 * id + line,
		order_id: id,
		product_id: 110 + line,
		variant_id: 76 + line,
		order_address_id: id,
		name: `Sample Article ${line}`,
		sku: `SMP-${line}`,
		type: 'physical',
		quantity: 1,
		quantity_shipped: 0,
		...amounts(['base_price', 'price_ex_tax', 'price_inc_tax', 'total_ex_tax', 'total_inc_tax'], 24.5),
	}));

/** What is asked for by itself, by the last part of its address. */
export const PARTS_OF_ORDER = {
	products: (id: number): string => JSON.stringify(linesOf(id)),
	shipping_addresses: (id: number): string => JSON.stringify([addressOf(id)]),
} as const;

/** The same order with its addresses and the lines that go there, as `include` puts them in. */
export const orderWithParts = (id: number): string =>
	JSON.stringify({
		...JSON.parse(orderJson(id)),
		consignments: {
			pickups: [],
			shipping: [{ ...addressOf(id), line_items: linesOf(id) }],
			downloads: [],
			email: {},
		},
	});
