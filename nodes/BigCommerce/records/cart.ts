import * as is from '../../shared/shape';

/** A cart, which becomes an order or is lost after 30 days without a change; there is no list of them (description of carts, `GET /carts/{cartId}`). */
export const cart = {
	one: 'cart',
	words: 'carts',
	path: '/v3/carts',
	scope: 'Carts',
	properties: {
		id: is.text,
		customer_id: is.whole,
		channel_id: is.whole,
		email: is.text,
		currency: is.object({ code: is.text }),
		tax_included: is.flag,
		base_amount: is.amount,
		discount_amount: is.amount,
		manual_discount_amount: is.amount,
		cart_amount: is.amount,
		coupons: is.list(is.object()),
		discounts: is.list(is.object()),
		line_items: is.object({
			physical_items: is.list(is.object()),
			digital_items: is.list(is.object()),
			gift_certificates: is.list(is.object()),
			custom_items: is.list(is.object()),
		}),
		created_time: is.text,
		updated_time: is.text,
		locale: is.text,
		version: is.whole,
	},
	locator: {
		label: 'Cart',
		named: ({ id }: { id?: string }) => `Cart ${String(id)}`,
	},
} as const;
