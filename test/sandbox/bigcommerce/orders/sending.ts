import sumBy from 'lodash/sumBy';

import { rfc2822 } from '../format';
import type { StoredOrder } from './types';

const SHIPPED = 2;
const PARTIALLY_SHIPPED = 3;

/**
 * The order after pieces of it were sent: they count on their lines, on the address and on the order (orders.v2, `quantity_shipped` and `items_shipped`).
 *
 * @param pieces by order product; less than none came back
 */
export function afterSending(order: StoredOrder, pieces: ReadonlyMap<number, number>): StoredOrder {
	const products = order.products.map((product) => ({
		...product,
		quantity_shipped: product.quantity_shipped + (pieces.get(product.id) ?? 0),
	}));
	const shippingAddresses = order.shippingAddresses.map((address) => ({
		...address,
		items_shipped: sumBy(
			products.filter(({ order_address_id: id }) => id === address.id),
			'quantity_shipped',
		),
	}));
	const fields = { ...order.fields, items_shipped: sumBy(products, 'quantity_shipped') };
	return { ...order, fields, products, shippingAddresses };
}

/** Where a shipment moves the order (BigCommerce reference 3.7). */
export function movedOn(order: StoredOrder): StoredOrder {
	const isAll = order.products
		.filter(({ type }) => type === 'physical')
		.every(({ quantity, quantity_shipped: sent }) => sent >= quantity);
	return { ...order, fields: { ...order.fields, status_id: isAll ? SHIPPED : PARTIALLY_SHIPPED } };
}

/**
 * The order with the moment at which it became Shipped, by a shipment or by its status alone, which marks it as shipped (BigCommerce reference 3.3, 3.5). Nothing that comes
 * later moves it.
 *
 * @param at sandbox time in ms, whole seconds
 */
export function withDateShipped(order: StoredOrder, at: number): StoredOrder {
	const { status_id: status, date_shipped: known } = order.fields;
	if (status !== SHIPPED || known !== '') return order;
	return { ...order, fields: { ...order.fields, date_shipped: rfc2822(at) } };
}
