/** Order resources as BigCommerce V2 shows them (reference 3.3 and 3.6). Money is a string with four decimals. */

export interface FormField {
	name: string;
	value: string | number | string[];
}

export interface Address {
	first_name: string;
	last_name: string;
	company: string;
	street_1: string;
	street_2: string;
	city: string;
	state: string;
	zip: string;
	country: string;
	country_iso2: string;
	phone: string;
	email: string;
	form_fields: FormField[];
}

export interface ShippingAddress extends Address {
	id: number;
	order_id: number;
	items_total: number;
	items_shipped: number;
	shipping_method: string;
	base_cost: string;
	cost_ex_tax: string;
	cost_inc_tax: string;
	cost_tax: string;
	cost_tax_class_id: number;
	base_handling_cost: string;
	handling_cost_ex_tax: string;
	handling_cost_inc_tax: string;
	handling_cost_tax: string;
	handling_cost_tax_class_id: number;
	shipping_zone_id: number;
	shipping_zone_name: string;
}

export interface Fee {
	id: number;
	type: 'custom_fee';
	display_name_customer: string;
	display_name_merchant: string;
	source: string;
	base_cost: string;
	cost_ex_tax: string;
	cost_inc_tax: string;
	cost_tax: string;
	tax_class_id: number | null;
}

export interface OrderProduct {
	id: number;
	order_id: number;
	product_id: number;
	variant_id: number;
	order_address_id: number;
	order_pickup_method_id: number;
	name: string;
	name_customer: string;
	name_merchant: string;
	sku: string;
	upc: string;
	type: 'physical' | 'digital' | 'giftcertificate';
	base_price: string;
	price_ex_tax: string;
	price_inc_tax: string;
	price_tax: string;
	base_total: string;
	total_ex_tax: string;
	total_inc_tax: string;
	total_tax: string;
	discounted_total_inc_tax: string;
	weight: string;
	width: string;
	height: string;
	depth: string;
	quantity: number;
	quantity_shipped: number;
	quantity_refunded: number;
	base_cost_price: string;
	cost_price_inc_tax: string;
	cost_price_ex_tax: string;
	cost_price_tax: string;
	is_refunded: boolean;
	refund_amount: string;
	return_id: number;
	wrapping_id: number;
	wrapping_name: string;
	base_wrapping_cost: string;
	wrapping_cost_ex_tax: string;
	wrapping_cost_inc_tax: string;
	wrapping_cost_tax: string;
	wrapping_message: string;
	event_name: string | null;
	event_date: string | null;
	fixed_shipping_cost: string;
	ebay_item_id: string;
	ebay_transaction_id: string;
	option_set_id: number | null;
	parent_order_product_id: number | null;
	is_bundled_product: boolean;
	bin_picking_number: string;
	external_id: string | null;
	brand: string;
	applied_discounts: Array<{ id: string; amount: string; name: string; code: string | null; target: string }>;
	product_options: Array<{ id: number; display_name: string; display_value: string; value: string }>;
	configurable_fields: Array<{ name: string; value: string }>;
	gift_certificate_id: number | null;
}

export const PAYMENT_STATUSES = [
	'',
	'authorized',
	'captured',
	'capture pending',
	'declined',
	'held for review',
	'paid',
	'partially refunded',
	'pending',
	'refunded',
	'void',
	'void pending',
] as const;

export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** What is kept of an order; labels, dates and links are made when it is shown. */
export interface OrderFields {
	id: number;
	customer_id: number;
	date_shipped: string;
	status_id: number;
	subtotal_ex_tax: string;
	subtotal_inc_tax: string;
	subtotal_tax: string;
	base_shipping_cost: string;
	shipping_cost_ex_tax: string;
	shipping_cost_inc_tax: string;
	shipping_cost_tax: string;
	shipping_cost_tax_class_id: number;
	base_handling_cost: string;
	handling_cost_ex_tax: string;
	handling_cost_inc_tax: string;
	handling_cost_tax: string;
	handling_cost_tax_class_id: number;
	base_wrapping_cost: string;
	wrapping_cost_ex_tax: string;
	wrapping_cost_inc_tax: string;
	wrapping_cost_tax: string;
	wrapping_cost_tax_class_id: number;
	total_ex_tax: string;
	total_inc_tax: string;
	total_tax: string;
	items_total: number;
	items_shipped: number;
	payment_method: string;
	payment_provider_id: string | number;
	payment_status: PaymentStatus;
	refunded_amount: string;
	order_is_digital: boolean;
	store_credit_amount: string;
	gift_certificate_amount: string;
	ip_address: string;
	ip_address_v6: string;
	geoip_country: string;
	geoip_country_iso2: string;
	currency_id: number;
	currency_code: string;
	currency_exchange_rate: string;
	default_currency_id: number;
	default_currency_code: string;
	staff_notes: string;
	customer_message: string;
	discount_amount: string;
	coupon_discount: string;
	shipping_address_count: number;
	is_deleted: boolean;
	ebay_order_id: string;
	cart_id: string;
	billing_address: Address;
	is_email_opt_in: boolean;
	credit_card_type: string | null;
	order_source: string;
	channel_id: number;
	external_source: string | null;
	external_id: string | null;
	external_merchant_id: string | null;
	external_order_id: string;
	tax_provider_id: string;
	store_default_currency_code: string;
	store_default_to_transactional_exchange_rate: string;
	customer_locale: string;
	is_tax_inclusive_pricing: boolean;
}

/** One order of the store with what belongs to it. Times are sandbox time in ms, whole seconds. */
export interface StoredOrder {
	createdAt: number;
	modifiedAt: number;
	fields: OrderFields;
	products: OrderProduct[];
	shippingAddresses: ShippingAddress[];
	fees: Fee[];
}
