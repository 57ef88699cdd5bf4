import { choice, flag, text, time, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { order } from './order';
import { ORDER_ADDRESS } from './orderAddress';
import { inOneParameter, type StoreList } from './storeList';
import type { Findable, StoreRecord } from './storeRecord';

/** What hangs on an order: V2 lists that take page and limit alone (BigCommerce reference 3.1). */
const BELOW = {
	below: order,
	scope: 'Orders',
	filters: {},
	sorted: inOneParameter,
	hasNoIdFilter: true,
} as const;

/** A line of an order (BigCommerce reference 3.6). */
export const orderProduct = {
	...BELOW,
	one: 'order product',
	words: 'order products',
	path: '/v2/orders/{id}/products',
	properties: {
		id: is.whole,
		order_id: is.whole,
		product_id: is.whole,
		variant_id: is.whole,
		order_address_id: is.whole,
		order_pickup_method_id: is.whole,
		name: is.text,
		sku: is.text,
		upc: is.text,
		type: is.text,
		base_price: is.text,
		price_ex_tax: is.text,
		price_inc_tax: is.text,
		base_total: is.text,
		total_ex_tax: is.text,
		total_inc_tax: is.text,
		total_tax: is.text,
		discounted_total_inc_tax: is.text,
		quantity: is.amount,
		quantity_shipped: is.amount,
		quantity_refunded: is.amount,
		is_refunded: is.flag,
		return_id: is.whole,
		external_id: is.orNull(is.text),
		brand: is.text,
		applied_discounts: is.list(is.object()),
		product_options: is.list(is.object()),
		configurable_fields: is.list(is.object()),
	},
	simple: [
		...(['id', 'order_id', 'product_id', 'variant_id', 'sku', 'name'] as const),
		...(['quantity', 'quantity_shipped', 'quantity_refunded', 'total_inc_tax'] as const),
	],
	locator: {
		name: 'orderProductId',
		label: 'Order Product',
		description: 'The line of the order to work on',
		search: 'searchOrderProducts',
		like: '165',
		format: WHOLE_ID,
		key: { mode: 'sku', label: 'SKU', like: 'MUG-GRY', field: 'sku' },
		named: ({ sku, name, quantity }) => [sku, name, `× ${quantity}`].filter(Boolean).map(String).join(' – '),
	},
} satisfies StoreList & Findable;

/** BigCommerce reference 3.6. */
export const orderShippingAddress = {
	...BELOW,
	one: 'shipping address',
	isWide: true,
	words: 'shipping addresses',
	path: '/v2/orders/{id}/shipping_addresses',
	properties: {
		id: is.whole,
		order_id: is.whole,
		...ORDER_ADDRESS,
		items_total: is.amount,
		items_shipped: is.amount,
		shipping_method: is.text,
		base_cost: is.text,
		cost_ex_tax: is.text,
		cost_inc_tax: is.text,
		cost_tax: is.text,
		cost_tax_class_id: is.whole,
		base_handling_cost: is.text,
		handling_cost_ex_tax: is.text,
		handling_cost_inc_tax: is.text,
		handling_cost_tax: is.text,
		handling_cost_tax_class_id: is.whole,
		shipping_zone_id: is.whole,
		shipping_zone_name: is.text,
		form_fields: is.list(is.object()),
		shipping_quotes: is.object({ url: is.text, resource: is.text }),
	},
	simple: [
		...(['id', 'order_id', 'first_name', 'last_name', 'street_1', 'city', 'zip'] as const),
		...(['country_iso2', 'shipping_method', 'items_total'] as const),
	],
	locator: {
		name: 'orderAddressId',
		label: 'Shipping Address',
		description: 'The shipping address of the order to work on',
		search: 'searchOrderShippingAddresses',
		like: '131',
		format: WHOLE_ID,
		named: ({ first_name: first, last_name: last, street_1: street, city }) =>
			[[first, last].filter(Boolean).join(' '), street, city].filter(Boolean).map(String).join(', '),
	},
	required: {},
	clearable: ['company', 'phone', 'street_2'],
	further: {
		first_name: text('First Name', 'Of who receives it'),
		last_name: text('Last Name', 'Of who receives it'),
		company: text('Company', 'Where they work'),
		street_1: text('Street', 'With the number of the house', { name: 'street' }),
		street_2: text('Second Line', 'Flat, floor or building', { name: 'secondLine' }),
		city: text('City', 'Where it is'),
		state: text('State', 'In full', { like: 'Texas' }),
		zip: text('ZIP Code', 'Or postal code', { name: 'zip' }),
		country: text('Country', 'In full', { like: 'United States' }),
		country_iso2: text('Country Code', 'Two letters', { like: 'US', name: 'countryCode', most: 2 }),
		phone: text('Phone', 'For the driver'),
		email: text('Email', 'For news of the delivery', { like: 'nathan@example.com' }),
		shipping_method: text('Shipping Method', 'What the shopper reads', { like: 'Express' }),
	},
	onlyNew: {},
} satisfies StoreRecord;

/** The parameters of the list of messages are those of the list of orders, with their words (description of V2 orders, `min_id`, `min_date_created`). */
const OF_ORDER = 'As BigCommerce describes it: of the order, not of the message';

const WHEN_ORDERED = 'As BigCommerce describes it: when the order was created, not the message';

/** What shopper and staff wrote to one another; no call makes one (BigCommerce reference 3.8). */
export const orderMessages = {
	...BELOW,
	words: 'messages',
	path: '/v2/orders/{id}/messages',
	properties: {
		id: is.whole,
		order_id: is.whole,
		staff_id: is.whole,
		customer_id: is.whole,
		type: is.text,
		subject: is.text,
		message: is.text,
		status: is.text,
		is_flagged: is.flag,
		date_created: is.text,
		customer: is.object(),
	},
	simple: [
		...(['id', 'order_id', 'staff_id', 'customer_id', 'type', 'subject'] as const),
		...(['message', 'status', 'is_flagged', 'date_created'] as const),
	],
	filters: {
		customer_id: whole('Customer ID', '', { least: 1 }),
		is_flagged: flag('Flagged', 'Whether to give messages that staff flagged or the others'),
		max_id: whole('Max Order ID', OF_ORDER, { least: 1 }),
		min_id: whole('Min Order ID', OF_ORDER, { least: 1 }),
		status: choice('Status', '', [
			{ name: 'Read', value: 'read' },
			{ name: 'Unread', value: 'unread' },
		]),
		min_date_created: time('Created After', WHEN_ORDERED),
		max_date_created: time('Created Before', WHEN_ORDERED),
	},
} satisfies StoreList & Pick<StoreRecord, 'below'>;

/** What was sent (BigCommerce reference 3.7). What is in it stays. */
export const shipment = {
	...BELOW,
	one: 'shipment',
	words: 'shipments',
	path: '/v2/orders/{id}/shipments',
	properties: {
		id: is.whole,
		order_id: is.whole,
		customer_id: is.whole,
		order_address_id: is.whole,
		date_created: is.text,
		tracking_number: is.text,
		tracking_link: is.text,
		tracking_carrier: is.text,
		generated_tracking_link: is.text,
		shipping_provider: is.text,
		shipping_provider_display_name: is.text,
		shipping_method: is.text,
		merchant_shipping_cost: is.text,
		comments: is.text,
		billing_address: is.object(ORDER_ADDRESS),
		shipping_address: is.object(ORDER_ADDRESS),
		items: is.list(is.object({ order_product_id: is.whole, product_id: is.whole, quantity: is.amount })),
	},
	simple: [
		...(['id', 'order_id', 'order_address_id', 'date_created', 'tracking_number'] as const),
		...(['tracking_link', 'shipping_provider', 'shipping_method', 'comments', 'items'] as const),
	],
	locator: {
		name: 'shipmentId',
		label: 'Shipment',
		description: 'The shipment to work on',
		search: 'searchShipments',
		like: '12',
		format: WHOLE_ID,
		named: ({ id, tracking_number: number, date_created: at }) =>
			[`#${id}`, number, at].filter(Boolean).map(String).join(' – '),
	},
	required: {},
	clearable: ['comments', 'tracking_carrier', 'tracking_link', 'tracking_number'],
	further: {
		comments: text('Comments', 'For staff and, as the store is set, for the shopper', { most: 65_535 }),
		merchant_shipping_cost: text('Cost', 'What it costs the merchant', {
			name: 'merchantShippingCost',
			like: '4.9000',
		}),
		shipping_method: text('Shipping Method', 'What the shopper reads', { like: 'Express' }),
		shipping_provider: text('Shipping Provider', 'Makes the tracking link together with the number', {
			like: 'fedex',
		}),
		tracking_carrier: text('Tracking Carrier', 'Code of the courier where no provider is named', {
			like: 'dhl',
		}),
		tracking_link: text('Tracking Link', 'An address of your own', {
			like: 'https://example.com/track/EJ958083578US',
			most: 500,
		}),
		tracking_number: text('Tracking Number', 'By which it is followed', { like: 'EJ958083578US', most: 50 }),
	},
	onlyNew: {},
} satisfies StoreRecord;
