import type { StoredOrder } from './types';

/** The code of an order that has a coupon, and what it is worth: as the seed of promotions has it. */
const COUPON = { coupon_id: 1, code: 'WELCOME', amount: '10.0000', type: 1 };

/** One for the discount that the order shows (BigCommerce reference 3.9). */
export const couponsOf = ({ fields }: StoredOrder) => {
	const discount = Number(fields.coupon_discount);
	return discount > 0 ? [{ id: fields.id, order_id: fields.id, ...COUPON, discount }] : [];
};

/** One for each line and each address that is taxed; `details` tells for what (BigCommerce reference 3.9). */
export function taxesOf({ fields, products, shippingAddresses }: StoredOrder, details: boolean) {
	const lines = products.map(({ id, order_address_id: address, total_ex_tax: base, total_tax: tax }) => ({
		address,
		base,
		tax,
		more: { order_product_id: String(id), line_item_type: 'item' },
	}));
	const addresses = shippingAddresses.map(({ id, cost_ex_tax: base, cost_tax: tax }) => ({
		address: id,
		base,
		tax,
		more: { line_item_type: 'shipping' },
	}));
	return [...lines, ...addresses]
		.filter(({ tax }) => Number(tax) > 0)
		.map(({ address, base, tax, more }, index) => ({
			id: fields.id * 100 + index,
			order_id: fields.id,
			order_address_id: address,
			order_pickup_method_id: 0,
			tax_rate_id: 1,
			sales_tax_id: '1',
			tax_class_id: 0,
			name: 'Sales Tax',
			class: 'Default Tax Class',
			rate: ((Number(tax) / Number(base)) * 100).toFixed(4),
			priority: 0,
			priority_amount: tax,
			line_amount: tax,
			...(details && more),
		}));
}
