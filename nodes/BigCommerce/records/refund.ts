import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { moneyOf, moneyOrNone, moneyText, sumOf, type Money } from '../../shared/money';
import { readAs, type Given, type RecordOf } from '../../shared/record/given';
import { ids, text, time } from '../../shared/record/field';
import * as is from '../../shared/shape';
import { ORDER_SCOPE } from '../transport/orders';
import { inOneParameter, type StoreList } from './storeList';

const ITEM = is.object({
	item_type: is.text,
	item_id: is.whole,
	quantity: is.whole,
	requested_amount: is.text,
	reason: is.text,
	adjustments: is.list(is.object({ amount: is.text, description: is.text })),
});

const PAYMENT = is.object({
	id: is.whole,
	provider_id: is.text,
	amount: is.text,
	offline: is.flag,
	is_declined: is.flag,
	declined_message: is.text,
	transaction_id: is.text,
});

/** A refund with its amounts as decimal text (BigCommerce reference 4.4). */
export const REFUND = {
	id: is.whole,
	order_id: is.whole,
	user_id: is.whole,
	created: is.text,
	reason: is.text,
	total_amount: is.text,
	total_tax: is.text,
	uses_merchant_override_values: is.flag,
	items: is.list(ITEM),
	payments: is.list(PAYMENT),
};

/** A refund that is worked with. */
export type Refund = RecordOf<{ properties: typeof REFUND }>;

export const refundOf = (given: Given): Refund => readAs({ properties: REFUND }, given);

const AMOUNTS: ReadonlySet<string> = new Set([
	'adjustment',
	'amount',
	'order_level_refund_amount',
	'requested_amount',
	'rounding',
	'total_amount',
	'total_refund_amount',
	'total_refund_tax_amount',
	'total_tax',
]);

function inText(name: string, value: unknown): IDataObject[string] {
	if (AMOUNTS.has(name)) {
		const money = moneyOf(value);
		return money === undefined ? String(value ?? '') : moneyText(money);
	}
	if (Array.isArray(value)) return value.map((entry: unknown) => inText('', entry)).filter(isRecord);
	return isRecord(value) ? withAmounts(value) : other(value);
}

const other = (value: unknown): IDataObject[string] =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/** A record of payments with every amount as decimal text: no sum of them is ever rounded. */
export const withAmounts = (record: object): IDataObject =>
	Object.fromEntries(Object.entries(record).map(([name, value]) => [name, inText(name, value)]));

/** What a refund gave back. A declined payment gave nothing (reference 4.4). */
export function givenBack({ payments = [], total_amount: total }: Refund): Money {
	if (!payments.length) return moneyOrNone(total);
	return sumOf(
		payments.filter((payment) => payment.is_declined !== true).map(({ amount }) => moneyOrNone(amount)),
	);
}

/** Whether a reason that was sent with the items stands in a refund: with them, or in itself (inferred). */
export const hasReason = (refund: Refund, holds: (reason: string) => boolean): boolean =>
	[refund, ...(refund.items ?? [])].some(({ reason }) => reason !== undefined && holds(reason));

/** The refunds of the store (reference 4). */
export const refunds = {
	words: 'refunds',
	path: '/v3/orders/payment_actions/refunds',
	scope: ORDER_SCOPE,
	sorted: inOneParameter,
	properties: REFUND,
	item: withAmounts,
	filters: {
		'created:min': time('Created After', ''),
		'created:max': time('Created Before', ''),
		'order_id:in': ids('Order ID', 'Several are separated by commas', { like: '4711', name: 'orderId' }),
		'id:in': ids('Refund ID', 'Several are separated by commas', { like: '12', name: 'refundId' }),
		transaction_id: text('Transaction ID', ''),
	},
} satisfies StoreList;
