import { randomUUID } from 'node:crypto';

import { money } from '../format';
import { nextId } from '../state';
import type { BigCommerceState } from '../state';
import type { Address, OrderFields, OrderProduct, ShippingAddress, StoredOrder } from './types';

/** One article of an order; the price without tax. */
export interface OrderLine {
	/** of the catalog */
	productId: number;
	variantId: number;
	name: string;
	sku: string;
	price: number;
	/** left out: by the tax rate */
	priceIncTax?: number;
	quantity: number;
}

/** What distinguishes one order from another; everything else follows. Amounts in the store's currency. */
export interface OrderDraft {
	billing: Address;
	/** left out: nothing of it is sent */
	shipping?: Address;
	lines: readonly [OrderLine, ...OrderLine[]];
	shippingMethod: string;
	shippingCost: number;
	shippingZone: string;
	/** any field of the order, taken as it is */
	overrides?: Partial<OrderFields>;
}

const TAX_RATE = 0.08;
const NOTHING = money(0);

const withTax = (exTax: number, incTax = exTax * (1 + TAX_RATE)) => ({
	exTax: money(exTax),
	incTax: money(incTax),
	tax: money(incTax - exTax),
});

const taxedOf = ({ price, priceIncTax = price * (1 + TAX_RATE) }: OrderLine): number => priceIncTax;

const worthOf = ({ lines }: OrderDraft): [exTax: number, incTax: number] => [
	lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
	lines.reduce((sum, line) => sum + taxedOf(line) * line.quantity, 0),
];

const piecesOf = ({ lines }: OrderDraft): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

const productOf = (ordered: OrderLine, ids: { id: number; order: number; address: number }): OrderProduct => {
	const { productId, variantId, name, sku, price, quantity } = ordered;
	const each = withTax(price, taxedOf(ordered));
	const line = withTax(price * quantity, taxedOf(ordered) * quantity);
	return {
		id: ids.id,
		order_id: ids.order,
		product_id: productId,
		variant_id: variantId,
		order_address_id: ids.address,
		order_pickup_method_id: 0,
		name,
		name_customer: name,
		name_merchant: name,
		sku,
		upc: '',
		type: 'physical',
		base_price: each.exTax,
		price_ex_tax: each.exTax,
		price_inc_tax: each.incTax,
		price_tax: each.tax,
		base_total: line.exTax,
		total_ex_tax: line.exTax,
		total_inc_tax: line.incTax,
		total_tax: line.tax,
		discounted_total_inc_tax: line.incTax,
		weight: '1.0000',
		width: '1.0000',
		height: '1.0000',
		depth: '1.0000',
		quantity,
		quantity_shipped: 0,
		quantity_refunded: 0,
		base_cost_price: NOTHING,
		cost_price_inc_tax: NOTHING,
		cost_price_ex_tax: NOTHING,
		cost_price_tax: NOTHING,
		is_refunded: false,
		refund_amount: NOTHING,
		return_id: 0,
		wrapping_id: 0,
		wrapping_name: '',
		base_wrapping_cost: NOTHING,
		wrapping_cost_ex_tax: NOTHING,
		wrapping_cost_inc_tax: NOTHING,
		wrapping_cost_tax: NOTHING,
		wrapping_message: '',
		event_name: null,
		event_date: null,
		fixed_shipping_cost: NOTHING,
		ebay_item_id: '',
		ebay_transaction_id: '',
		option_set_id: null,
		parent_order_product_id: null,
		is_bundled_product: false,
		bin_picking_number: '',
		external_id: null,
		brand: 'Example Brand',
		applied_discounts: [],
		product_options: [],
		configurable_fields: [],
		gift_certificate_id: null,
	};
};

const addressOf = (
	draft: OrderDraft,
	shipping: Address,
	ids: { id: number; order: number },
): ShippingAddress => {
	const cost = withTax(draft.shippingCost);
	return {
		...shipping,
		id: ids.id,
		order_id: ids.order,
		items_total: piecesOf(draft),
		items_shipped: 0,
		shipping_method: draft.shippingMethod,
		base_cost: cost.exTax,
		cost_ex_tax: cost.exTax,
		cost_inc_tax: cost.incTax,
		cost_tax: cost.tax,
		cost_tax_class_id: 2,
		base_handling_cost: NOTHING,
		handling_cost_ex_tax: NOTHING,
		handling_cost_inc_tax: NOTHING,
		handling_cost_tax: NOTHING,
		handling_cost_tax_class_id: 2,
		shipping_zone_id: 1,
		shipping_zone_name: draft.shippingZone,
	};
};

const fieldsOf = (draft: OrderDraft, id: number): OrderFields => {
	const [worth, taxed] = worthOf(draft);
	const subtotal = withTax(worth, taxed);
	const shipping = withTax(draft.shippingCost);
	const total = withTax(worth + draft.shippingCost, taxed + draft.shippingCost * (1 + TAX_RATE));
	return {
		id,
		customer_id: 0,
		date_shipped: '',
		status_id: 0,
		subtotal_ex_tax: subtotal.exTax,
		subtotal_inc_tax: subtotal.incTax,
		subtotal_tax: subtotal.tax,
		base_shipping_cost: shipping.exTax,
		shipping_cost_ex_tax: shipping.exTax,
		shipping_cost_inc_tax: shipping.incTax,
		shipping_cost_tax: shipping.tax,
		shipping_cost_tax_class_id: 2,
		base_handling_cost: NOTHING,
		handling_cost_ex_tax: NOTHING,
		handling_cost_inc_tax: NOTHING,
		handling_cost_tax: NOTHING,
		handling_cost_tax_class_id: 2,
		base_wrapping_cost: NOTHING,
		wrapping_cost_ex_tax: NOTHING,
		wrapping_cost_inc_tax: NOTHING,
		wrapping_cost_tax: NOTHING,
		wrapping_cost_tax_class_id: 3,
		total_ex_tax: total.exTax,
		total_inc_tax: total.incTax,
		total_tax: total.tax,
		items_total: piecesOf(draft),
		items_shipped: 0,
		payment_method: 'Credit Card',
		payment_provider_id: `sandbox_payment_${id}`,
		payment_status: '',
		refunded_amount: NOTHING,
		order_is_digital: false,
		store_credit_amount: NOTHING,
		gift_certificate_amount: NOTHING,
		ip_address: '192.0.2.10',
		ip_address_v6: '',
		geoip_country: draft.billing.country,
		geoip_country_iso2: draft.billing.country_iso2,
		currency_id: 1,
		currency_code: 'USD',
		currency_exchange_rate: '1.0000000000',
		default_currency_id: 1,
		default_currency_code: 'USD',
		staff_notes: '',
		customer_message: '',
		discount_amount: NOTHING,
		coupon_discount: NOTHING,
		shipping_address_count: draft.shipping ? 1 : 0,
		is_deleted: false,
		ebay_order_id: '0',
		cart_id: randomUUID(),
		billing_address: draft.billing,
		is_email_opt_in: false,
		credit_card_type: null,
		order_source: 'www',
		channel_id: 1,
		external_source: null,
		external_id: null,
		external_merchant_id: null,
		external_order_id: '',
		tax_provider_id: 'BasicTaxProvider',
		store_default_currency_code: 'USD',
		store_default_to_transactional_exchange_rate: '1.0000000000',
		customer_locale: 'en',
		is_tax_inclusive_pricing: false,
		...draft.overrides,
	};
};

/** Makes an Incomplete order with one shipping address at most. @param now sandbox time in ms, whole seconds */
export function newOrder(state: BigCommerceState, now: number, draft: OrderDraft): StoredOrder {
	const order = nextId(state, 'order');
	const { shipping } = draft;
	const address = shipping ? nextId(state, 'orderAddress') : 0;
	return {
		createdAt: now,
		modifiedAt: now,
		fields: fieldsOf(draft, order),
		products: draft.lines.map((line) =>
			productOf(line, { id: nextId(state, 'orderProduct'), order, address }),
		),
		shippingAddresses: shipping ? [addressOf(draft, shipping, { id: address, order })] : [],
		fees: [],
	};
}
