import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { moneyOf, moneyOrNone, moneyText, sumOf, type Money } from '../../shared/money';
import type { RefundItem } from '../transport/payments';
import { allPieces, notRefunded, type Left, type Pieces } from './orderPieces';
import { givenBack, itemsOf } from './refund';

/** An order with its lines, addresses and fees in place of the links, and what was refunded of it before. */
export interface Refundable {
	order: IDataObject;
	refunds: readonly IDataObject[];
}

const rows = (value: unknown): IDataObject[] => (Array.isArray(value) ? value.filter(isRecord) : []);

export const linesOf = ({ order }: Refundable): IDataObject[] => rows(order.products);

/** What is left of an order's total, in its own currency. The order itself always says that nothing was refunded (reference 14.9). */
export const leftOver = ({ order, refunds }: Refundable): Money =>
	moneyOrNone(order.total_inc_tax) - sumOf(refunds.map(givenBack));

/** What of its lines can be given back. */
export const refundable = (from: Refundable): Left => ({
	lines: linesOf(from),
	of: notRefunded,
	done: 'refunded',
});

export const piecesAsItems = (pieces: readonly Pieces[]): RefundItem[] =>
	pieces.map(({ line, quantity }) => ({ item_type: 'PRODUCT', item_id: Number(line.id), quantity }));

/** So much of the order, without its lines: tax is not worked out anew (reference 4.3). */
export const amountAsItem = (orderId: number, money: Money): RefundItem => ({
	item_type: 'ORDER',
	item_id: orderId,
	amount: Number(moneyText(money)),
});

/** What was refunded of one thing by amount. */
const refundedOf = ({ refunds }: Refundable, type: string, id: unknown): Money =>
	sumOf(
		refunds
			.flatMap(itemsOf)
			.filter((item) => item.item_type === type && String(item.item_id) === String(id))
			.map(({ requested_amount: amount }) => moneyOrNone(amount)),
	);

/** Costs of an address, and of the order, that are refunded by amount. */
const COSTS = [
	{ type: 'SHIPPING', list: 'shipping_addresses', cost: 'cost' },
	{ type: 'HANDLING', list: 'shipping_addresses', cost: 'handling_cost' },
	{ type: 'FEE', list: 'fees', cost: 'cost' },
] as const;

/** Whether the amounts of shipping and fees in a refund hold their tax is not stated (reference 4.3): the quote tells which of them are worth what is left. */
export const TAX_WAYS = ['inc_tax', 'ex_tax'] as const;

/**
 * Everything that is left of an order, line by line, so that the store counts it there.
 *
 * @param tax whether costs are given with their tax or without
 */
export function everythingLeft(from: Refundable, tax: (typeof TAX_WAYS)[number]): RefundItem[] {
	const { order } = from;
	const pieces = allPieces(refundable(from));
	const wrapped = pieces.filter(({ line }) => (moneyOf(line.wrapping_cost_inc_tax) ?? 0n) > 0n);
	const costs = COSTS.flatMap(({ type, list, cost }) =>
		rows(order[list]).map((row) => ({
			item_type: type,
			item_id: Number(row.id),
			money: moneyOrNone(row[`${cost}_${tax}`]) - refundedOf(from, type, row.id),
		})),
	);
	return [
		...piecesAsItems(pieces),
		...piecesAsItems(wrapped).map((item) => ({ ...item, item_type: 'GIFT_WRAPPING' })),
		...costs
			.filter(({ money }) => money > 0n)
			.map(({ money, ...item }) => ({ ...item, amount: Number(moneyText(money)) })),
	];
}
