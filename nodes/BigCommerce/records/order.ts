import pick from 'lodash/pick';
import { exactNumber } from '../../shared/exactNumber';
import { shownIn } from '../../shared/money';
import { amount, json, loadedChoice, text, time, whole, type Fields } from '../../shared/record/field';
import { readAs, type Given, type RecordOf } from '../../shared/record/given';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import { ORDER_ADDRESS } from './orderAddress';
import { inOneParameter, type StoreList } from './storeList';
import type { Findable, StoreLocator } from './storeRecord';

/** Where the store gives the rest; the list itself once it was asked for under Include. */
const moreAt: is.Shape = { ...is.object({ url: is.text, resource: is.text }), type: ['object', 'array'] };

/** An order as V2 gives it (BigCommerce reference 3.2). */
const properties = {
	id: is.whole,
	customer_id: is.whole,
	date_created: is.text,
	date_modified: is.text,
	date_shipped: is.text,
	status_id: is.whole,
	status: is.text,
	custom_status: is.text,
	payment_status: is.text,
	subtotal_ex_tax: is.text,
	subtotal_inc_tax: is.text,
	subtotal_tax: is.text,
	base_shipping_cost: is.text,
	shipping_cost_ex_tax: is.text,
	shipping_cost_inc_tax: is.text,
	shipping_cost_tax: is.text,
	shipping_cost_tax_class_id: is.whole,
	base_handling_cost: is.text,
	handling_cost_ex_tax: is.text,
	handling_cost_inc_tax: is.text,
	handling_cost_tax: is.text,
	handling_cost_tax_class_id: is.whole,
	base_wrapping_cost: is.text,
	wrapping_cost_ex_tax: is.text,
	wrapping_cost_inc_tax: is.text,
	wrapping_cost_tax: is.text,
	wrapping_cost_tax_class_id: is.whole,
	total_ex_tax: is.text,
	total_inc_tax: is.text,
	total_tax: is.text,
	items_total: is.amount,
	items_shipped: is.amount,
	payment_method: is.text,
	payment_provider_id: is.orNull(is.either(is.text, is.whole)),
	refunded_amount: is.text,
	order_is_digital: is.flag,
	store_credit_amount: is.text,
	gift_certificate_amount: is.text,
	ip_address: is.text,
	ip_address_v6: is.text,
	geoip_country: is.text,
	geoip_country_iso2: is.text,
	currency_id: is.whole,
	currency_code: is.text,
	currency_exchange_rate: is.text,
	default_currency_id: is.whole,
	default_currency_code: is.text,
	store_default_currency_code: is.text,
	store_default_to_transactional_exchange_rate: is.text,
	staff_notes: is.text,
	customer_message: is.text,
	discount_amount: is.text,
	coupon_discount: is.text,
	shipping_address_count: is.whole,
	is_deleted: is.flag,
	is_tax_inclusive_pricing: is.flag,
	ebay_order_id: is.text,
	cart_id: is.text,
	billing_address: is.object({
		...ORDER_ADDRESS,
		form_fields: is.list(is.object({ name: is.text, value: is.text })),
	}),
	is_email_opt_in: is.flag,
	credit_card_type: is.orNull(is.text),
	order_source: is.text,
	channel_id: is.whole,
	external_source: is.orNull(is.text),
	external_id: is.orNull(is.text),
	external_merchant_id: is.orNull(is.text),
	external_order_id: is.text,
	tax_provider_id: is.text,
	customer_locale: is.text,
	products: moreAt,
	shipping_addresses: moreAt,
	coupons: moreAt,
	fees: moreAt,
	consignments: moreAt,
};

/** What `GET /orders` can be asked for (reference 3.2). */
export const orders = {
	words: 'orders',
	path: '/v2/orders',
	scope: 'Orders',
	sorted: inOneParameter,
	properties,
	simple: [
		'id',
		'status_id',
		'status',
		'payment_status',
		'total_inc_tax',
		'currency_code',
		'customer_id',
		'items_total',
		'date_created',
		'date_modified',
	],
	filters: {
		cart_id: text('Cart ID', '', {
			like: 'd30016e2-23c0-4a90-884f-2e92ac135476',
		}),
		channel_id: whole('Channel ID', '', { least: 1 }),
		min_date_created: time('Created After', ''),
		max_date_created: time('Created Before', ''),
		email: text('Customer Email', '', {
			like: 'nathan@example.com',
		}),
		customer_id: whole('Customer ID', '0 means orders of guests', { least: 0 }),
		external_order_id: text('External Order ID', ''),
		max_id: whole('Max ID', '', { least: 1 }),
		max_total: amount('Max Total', '', { least: 0 }),
		min_id: whole('Min ID', '', { least: 1 }),
		min_total: amount('Min Total', '', { least: 0 }),
		min_date_modified: time('Modified After', ''),
		max_date_modified: time('Modified Before', ''),
		payment_method: text('Payment Method', 'The name as the shopper sees it', {
			like: 'Credit Card',
		}),
		status_id: loadedChoice('Status', 'Only orders in this status', 'getOrderStatuses'),
	},
	sort: ['channel_id', 'customer_id', 'date_created', 'date_modified', 'external_id', 'id', 'status_id'],
} satisfies StoreList;

/** An order that is worked with. */
export type Order = RecordOf<typeof orders>;

export const orderOf = (given: Given): Order => readAs(orders, given);

/** From the list, by number, or by its address in the control panel. */
export const ORDER_LOCATOR: StoreLocator<typeof properties> = {
	name: 'orderId',
	label: 'Order',
	description: 'The order to work on',
	search: 'searchOrders',
	like: '4711',
	format: WHOLE_ID,
	page: {
		like: 'https://….mybigcommerce.com/manage/orders/4711',
		id: INFERRED.pages.order,
	},
	/** A number finds one order, an e-mail address the orders placed with it; anything else lists everything. */
	asked: (typed) => {
		if (/^\d+$/.test(typed)) return { min_id: Number(typed), max_id: Number(typed) };
		return typed.includes('@') ? { email: typed } : {};
	},
	named: ({ id, status, total_inc_tax: total, currency_code: currency }) =>
		[`#${id}`, ...(status ? [status] : []), ...priceOf(total, currency)].join(' – '),
};

/** What is not there, or is no amount, is left out. */
function priceOf(total = '', currency = ''): string[] {
	return exactNumber(total) === undefined ? [] : [`${shownIn(total, currency)} ${currency}`.trimEnd()];
}

/** An order, as far as one is picked. */
export const order: Findable = {
	...pick(orders, ['words', 'path', 'scope', 'properties']),
	one: 'order',
	locator: ORDER_LOCATOR,
};

/** What an update can set that has a field of its own (reference 3.4). */
export const CHANGES = {
	customer_message: text(
		'Customer Message',
		'Replaces the comment of the checkout, which the shopper can see',
	),
	external_order_id: text('External Order ID', 'The ID of this order in another system'),
	payment_method: text('Payment Method', 'The name of the payment method as the shopper sees it', {
		like: 'Credit Card',
	}),
	staff_notes: text('Replace Staff Notes', 'The staff notes from now on; what stood there is lost', {
		name: 'replaceStaffNotes',
		typeOptions: { rows: 4 },
	}),
	status_id: loadedChoice(
		'Status',
		'The new status; the shopper may get an e-mail, as the store is set',
		'getOrderStatuses',
	),
} satisfies Fields;

/** What an update does beside setting values. */
export const ALSO = {
	append: text(
		'Append to Staff Notes',
		'Text to put below the staff notes; what already stands there is not added again',
		{ name: 'appendToStaffNotes', like: 'Approved by the risk team', typeOptions: { rows: 2 } },
	),
	others: json('Other Fields (JSON)', 'Further writable fields by the names that BigCommerce uses', {
		name: 'otherFields',
		default: '{}',
	}),
} satisfies Fields;
