import pick from 'lodash/pick';
import { fingerprint } from '../../shared/fingerprint';
import { shownIn } from '../../shared/money';
import { fieldsIn, readAs, type Given, type RecordOf } from '../../shared/record/given';
import { list, object, type FieldsOf } from '../../shared/shape';
import { WAITING } from '../../BigCommerce/records/facts/money';
import { orders, type Order } from '../../BigCommerce/records/order';
import { isArchived } from '../../BigCommerce/records/watchedOrder';
import { orderProduct, orderShippingAddress } from '../../BigCommerce/records/orderParts';

/** Orders wait in this status: Manual Verification Required (BigCommerce reference 3.5). */
export const HOLD_STATUS = 12;

/** From where an order can be put on hold (decisions page, section 2). */
export const HOLDABLE = WAITING;

/** Why an order cannot wait any more; undefined while it can. */
export const leftForGood = (order: Order): string | undefined => {
	if (isArchived(order.given)) return 'the order is archived';
	const status = statusOf(order);
	return HOLDABLE.has(status) ? undefined : `an order in status ${status} does not wait any more`;
};

/** As before the hold, where nobody knows what was before: Awaiting Fulfillment. */
export const AFTER_UNKNOWN_HOLD = 11;

/**
 * What a store sets itself, and after which effect, as its claim is named: shipped, partly shipped, refunded, and partly refunded (decisions page, section 2, Finish). Where the effect of a decision put
 * the order there, it is left; but from a part refund it goes on as decided.
 */
export const SET_BY_EFFECTS: ReadonlyMap<number, { effect: 'shipment' | 'refund'; goesOn?: true }> = new Map([
	[2, { effect: 'shipment' }],
	[3, { effect: 'shipment' }],
	[4, { effect: 'refund' }],
	[14, { effect: 'refund', goesOn: true }],
]);

/** NaN where an object is no order. */
export const statusOf = ({ status_id: status }: Pick<Order, 'status_id'>): number => Number(status);

/** What a document can be filled with, by the names that it uses. */
export type Values = Readonly<Record<string, unknown>>;

/** What facts are worked out of. */
const MONEY = [
	'id',
	'total_inc_tax',
	'items_total',
	'currency_code',
	// Its own field of what was refunded is always zero (BigCommerce reference 3.3).
	'payment_status',
	'billing_address',
] as const;

/**
 * The facts that an item brought of an order, as long as they are about it as it stands now: people must not sign what it was.
 *
 * @param item as it came in
 * @param order as it was read now
 */
export function factsIn(item: Given, order: Given): Values {
	const { order: told } = fieldsIn({ order: object() }, item);
	const { facts } = fieldsIn({ facts: object() }, told);
	if (!facts) return {};
	return fingerprint(pick(told, MONEY)) === fingerprint(pick(order, MONEY)) ? facts : {};
}

const rows = list(object());

/** An order with its lines and shipping addresses in place of their links (BigCommerce reference 3.1). */
const wholeOrder = { properties: { ...orders.properties, products: rows, shipping_addresses: rows } };

/** What an order is paid in; the other one is only what prices were shown in (BigCommerce reference 3.3). */
const currencyOf = (order: RecordOf<typeof wholeOrder>): string =>
	order.default_currency_code || order.currency_code || '';

type Address = Pick<
	FieldsOf<typeof orderShippingAddress.properties>,
	'street_1' | 'street_2' | 'zip' | 'city' | 'country_iso2' | 'first_name' | 'last_name'
>;

const addressLine = (address: Address): string =>
	[address.street_1, address.street_2, address.zip, address.city, address.country_iso2]
		.filter(Boolean)
		.join(', ');

const nameOn = ({ first_name: first, last_name: last }: Address): string =>
	[first, last].filter(Boolean).join(' ');

/** What people see of an order in their case, under the names that every process model can use (templates page, section 4). */
export function orderSummary(given: Given) {
	const order = readAs(wholeOrder, given);
	const { billing_address: billing = {}, products = [], shipping_addresses: addresses = [] } = order;
	const lines = products.map((line) => fieldsIn(orderProduct.properties, line));
	return {
		orderNumber: String(order.id),
		orderTotal: order.total_inc_tax ?? '',
		orderCurrency: currencyOf(order),
		customerName: nameOn(billing),
		customerEmail: billing.email ?? '',
		lines: lines.map(({ quantity, name, sku = '' }) => `${quantity} × ${name} (${sku})`).join('\n'),
		billingAddress: addressLine(billing),
		shippingAddress: addressLine(fieldsIn(orderShippingAddress.properties, addresses.at(0))),
		paymentMethod: order.payment_method ?? '',
	};
}

/** The lines of an order under the names that documents use, beside the store's own. */
function linesOf(order: Given, facts: Values): Values[] {
	const { lines: known = [] } = fieldsIn({ lines: rows }, facts);
	const whole = readAs(wholeOrder, order);
	const amount = (value = '0') => shownIn(value, currencyOf(whole));
	return (whole.products ?? []).map((given) => {
		const line = readAs(orderProduct, given);
		return {
			...known.find(({ id }) => id === line.id),
			...line.given,
			sku: line.sku ?? '',
			article: line.name ?? '',
			price: amount(line.price_inc_tax),
			total: amount(line.total_inc_tax),
		};
	});
}

/** What of an order a document can be filled with, the nearest first (decisions page, section 2). */
export function orderScopes(order: Given, facts: Values): Values[] {
	const summary = orderSummary(order);
	const orderTotal = shownIn(summary.orderTotal || '0', summary.orderCurrency);
	return [{ lines: linesOf(order, facts) }, { ...summary, orderTotal }, facts, order];
}
