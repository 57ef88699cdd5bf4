import pick from 'lodash/pick';
import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { ORDER_ADDRESS } from './orderAddress';
import type { Order } from './order';
import type { OrderLine, Pieces } from './orderPieces';

/** What a new order takes from the one that it is like, beside its addresses. */
const TAKEN = ['customer_id', 'channel_id', 'customer_locale'] as const;

/** The fields of an address that a new order takes (BigCommerce reference 3.3); what is empty is left out. */
export const addressOf = (address: unknown): IDataObject =>
	isRecord(address)
		? pickBy(pick(address, Object.keys(ORDER_ADDRESS)), (value) => typeof value === 'string' && value !== '')
		: {};

/** The currency may be said only where a store has several (reference 3.4), so that the store's own one is left out. */
const currencyOf = ({
	default_currency_code: currency,
	store_default_currency_code: own,
}: Order): IDataObject => (currency && own && currency !== own ? { default_currency_code: currency } : {});

/** Customer, billing address, channel and currency of an order, for another one like it. */
export const headOf = (order: Order): IDataObject => ({
	...pickBy(pick(order, TAKEN), (value) => value !== undefined && value !== null && value !== ''),
	...currencyOf(order),
	billing_address: addressOf(order.billing_address),
});

/** A price counts with and without tax, or not at all (reference 3.4). */
export const atPrice = (price: unknown): IDataObject =>
	price === undefined ? {} : { price_ex_tax: Number(price), price_inc_tax: Number(price) };

/** What was chosen of the product: options and modifiers, or the variant where it has none (reference 3.4). */
function choicesOf({ product_options: options = [], variant_id: variant }: OrderLine): IDataObject {
	const chosen = options.map(({ product_option_id: id, value }) => ({
		id: Number(id),
		value: String(value),
	}));
	if (chosen.length) return { product_options: chosen };
	return Number(variant) > 0 ? { variant_id: Number(variant) } : {};
}

/**
 * Pieces of a line, as a line of a new order.
 *
 * @param price of each piece; left out: what the store asks today, and for a line outside the catalog what it had
 */
export function lineLike({ line, quantity }: Pieces, price?: unknown): IDataObject {
	if (Number(line.product_id) > 0) {
		return { product_id: Number(line.product_id), ...choicesOf(line), quantity, ...atPrice(price) };
	}
	const had = { price_ex_tax: Number(line.price_ex_tax), price_inc_tax: Number(line.price_inc_tax) };
	const sku = line.sku ? { sku: String(line.sku) } : {};
	return { name: String(line.name), ...sku, quantity, ...had, ...atPrice(price) };
}
