import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';
import { fingerprint } from '../../shared/fingerprint';
import { isRecord } from '../../shared/isRecord';
import { WAITING } from '../../BigCommerce/records/facts/money';
import { rows } from '../../BigCommerce/records/watchedOrder';

/** Orders wait in this status: Manual Verification Required (BigCommerce reference 3.5). */
export const HOLD_STATUS = 12;

/** From where an order can be put on hold (decisions page, section 2). */
export const HOLDABLE = WAITING;

/** As before the hold, where nobody knows what was before: Awaiting Fulfillment. */
export const AFTER_UNKNOWN_HOLD = 11;

/** What a store sets itself after a shipment or a full refund; where our own effect put the order there, it is left (decisions page, section 2, Finish). */
export const LEFT_BY_EFFECTS: ReadonlySet<number> = new Set([2, 3, 4]);

/** What a store sets itself after a part refund; from there an order goes on as decided. */
export const PARTIALLY_REFUNDED = 14;

export const statusOf = (order: IDataObject): number => Number(order.status_id);

/** What facts are worked out of. */
const MONEY = [
	'id',
	'total_inc_tax',
	'items_total',
	'currency_code',
	'refunded_amount',
	'billing_address',
] as const;

/**
 * The facts that an item brought of an order, as long as they are about it as it stands now: people must not sign what it was.
 *
 * @param item as it came in
 * @param order as it was read now
 */
export function factsIn({ order: told }: IDataObject, order: IDataObject): IDataObject {
	if (!isRecord(told) || !isRecord(told.facts)) return {};
	return fingerprint(pick(told, MONEY)) === fingerprint(pick(order, MONEY)) ? told.facts : {};
}

const addressLine = (address: IDataObject): string =>
	[address.street_1, address.street_2, address.zip, address.city, address.country_iso2]
		.filter((part) => typeof part === 'string' && part)
		.join(', ');

const nameOn = ({ first_name: first, last_name: last }: IDataObject): string =>
	[first, last].filter(Boolean).map(String).join(' ');

/** What people see of an order in their case, under the names that every process model can use (templates page, section 4). */
export function orderSummary(order: IDataObject): IDataObject {
	const billing = isRecord(order.billing_address) ? order.billing_address : {};
	const [shipping = {}] = rows(order.shipping_addresses);
	return {
		orderNumber: String(order.id),
		orderTotal: String(order.total_inc_tax ?? ''),
		// What is paid in; the other one is only what prices were shown in (BigCommerce reference 3.3).
		orderCurrency: String(order.default_currency_code || order.currency_code || ''),
		customerName: nameOn(billing),
		customerEmail: String(billing.email ?? ''),
		lines: rows(order.products)
			.map((line) => `${String(line.quantity)} × ${String(line.name)} (${String(line.sku ?? '')})`)
			.join('\n'),
		billingAddress: addressLine(billing),
		shippingAddress: addressLine(shipping),
		paymentMethod: String(order.payment_method ?? ''),
	};
}

const amount = (value: unknown): string => Number(value ?? 0).toFixed(2);

/** The lines of an order under the names that documents use, beside the store's own. */
const linesOf = (order: IDataObject, facts: IDataObject): IDataObject[] =>
	rows(order.products).map((line) => ({
		...rows(facts.lines).find(({ id }) => id === line.id),
		...line,
		sku: line.sku ?? '',
		article: line.name ?? '',
		price: amount(line.price_inc_tax),
		total: amount(line.total_inc_tax),
	}));

/** What of an order a document can be filled with, the nearest first (decisions page, section 2). */
export const orderScopes = (order: IDataObject, facts: IDataObject): IDataObject[] => [
	{ lines: linesOf(order, facts) },
	{ ...orderSummary(order), orderTotal: amount(order.total_inc_tax) },
	facts,
	order,
];
