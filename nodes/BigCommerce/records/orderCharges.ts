import * as is from '../../shared/shape';
import { order } from './order';
import { inOneParameter, type StoreList } from './storeList';
import type { StoreRecord } from './storeRecord';

/** What an order is charged with and let off, read alone (BigCommerce reference 3.9). */
const BELOW = { below: order, scope: 'Orders', filters: {}, sorted: inOneParameter } as const;

type BelowOrder = StoreList & Pick<StoreRecord, 'below'>;

/** A code that was used, or a promotion without one. */
export const orderCoupons = {
	...BELOW,
	words: 'coupons',
	path: '/v2/orders/{id}/coupons',
	properties: {
		id: is.whole,
		coupon_id: is.whole,
		order_id: is.whole,
		code: is.orNull(is.text),
		amount: is.text,
		type: is.whole,
		discount: is.amount,
	},
} satisfies BelowOrder;

export const orderTaxes = {
	...BELOW,
	words: 'taxes',
	path: '/v2/orders/{id}/taxes',
	properties: {
		id: is.whole,
		order_id: is.whole,
		order_address_id: is.whole,
		order_product_id: is.text,
		line_item_type: is.text,
		order_pickup_method_id: is.whole,
		tax_rate_id: is.whole,
		sales_tax_id: is.text,
		tax_class_id: is.orNull(is.whole),
		name: is.text,
		class: is.text,
		rate: is.text,
		priority: is.whole,
		priority_amount: is.text,
		line_amount: is.text,
	},
	simple: [
		...(['id', 'order_id', 'order_address_id', 'order_product_id', 'line_item_type'] as const),
		...(['name', 'class', 'rate', 'priority_amount', 'line_amount'] as const),
	],
} satisfies BelowOrder;

/** The list comes whole, and under a name of its own (V2 description of the call). */
export const orderFees = {
	...BELOW,
	words: 'fees',
	path: '/v2/orders/{id}/fees',
	properties: {
		id: is.whole,
		type: is.text,
		display_name_customer: is.text,
		display_name_merchant: is.text,
		source: is.text,
		base_cost: is.text,
		cost_ex_tax: is.text,
		cost_inc_tax: is.text,
		cost_tax: is.text,
		tax_class_id: is.orNull(is.whole),
	},
} satisfies BelowOrder;

/** BigCommerce reference 3.5: the list is fixed, its labels are the merchant's. */
export const orderStatuses = {
	words: 'order statuses',
	path: '/v2/order_statuses',
	scope: 'Orders',
	isUnpaged: true,
	filters: {},
	sorted: inOneParameter,
	properties: {
		id: is.whole,
		name: is.text,
		system_label: is.text,
		custom_label: is.text,
		system_description: is.text,
		order: is.whole,
	},
} satisfies StoreList;
