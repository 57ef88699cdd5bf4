import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { moneyOf, moneyOrNone, moneyText, sumOf, type Money } from '../../shared/money';
import type { RefundItem } from '../transport/payments';
import { givenBack, itemsOf } from './refund';

/** An order with its lines, addresses and fees in place of the links, and what was refunded of it before. */
export interface Refundable {
	order: IDataObject;
	refunds: readonly IDataObject[];
}

/** A line that is named, and how many pieces of it; all that are left where the number is left out. */
export interface NamedLine {
	/** The SKU, or the ID of the line in the order. */
	name: string;
	quantity?: number;
}

/** Pieces of one line of the order. */
export interface Pieces {
	line: IDataObject;
	quantity: number;
}

const rows = (value: unknown): IDataObject[] => (Array.isArray(value) ? value.filter(isRecord) : []);

export const linesOf = ({ order }: Refundable): IDataObject[] => rows(order.products);

/** How many pieces of a line were not given back yet (BigCommerce reference 3.6). */
export const leftOf = ({ quantity, quantity_refunded: refunded }: IDataObject): number =>
	Math.max(Number(quantity) - Number(refunded ?? 0), 0);

/** What is left of an order's total, in its own currency. The order itself always says that nothing was refunded (reference 14.9). */
export const leftOver = ({ order, refunds }: Refundable): Money =>
	moneyOrNone(order.total_inc_tax) - sumOf(refunds.map(givenBack));

/** Lines of one name share it: two of one SKU differ in their options or address. By SKU first, for a SKU may look like an ID. */
function named(lines: readonly IDataObject[], name: string): IDataObject[] {
	const bySku = lines.filter(({ sku }) => String(sku).toLowerCase() === name.toLowerCase());
	return bySku.length ? bySku : lines.filter(({ id }) => String(id) === name);
}

/**
 * The pieces that named lines mean.
 *
 * @returns why they cannot be refunded, in words for the user, where the order has no such line or not so many pieces left
 */
export function piecesOf(
	from: Refundable,
	wanted: readonly NamedLine[],
): { pieces: Pieces[] } | { fault: string } {
	const taken = new Map<IDataObject, number>();
	for (const { name, quantity } of wanted) {
		const lines = named(linesOf(from), name);
		if (!lines.length) return { fault: `The order has no line "${name}"` };
		const open = (line: IDataObject) => leftOf(line) - (taken.get(line) ?? 0);
		const left = lines.reduce((sum, line) => sum + open(line), 0);
		let rest = quantity ?? left;
		if (rest > left || (left === 0 && quantity === undefined)) {
			return { fault: `Of "${name}", ${left} can be refunded, but ${quantity ?? 'all'} was asked for` };
		}
		for (const line of lines) {
			const some = Math.min(open(line), rest);
			if (some > 0) taken.set(line, (taken.get(line) ?? 0) + some);
			rest -= some;
		}
	}
	return { pieces: [...taken].map(([line, quantity]) => ({ line, quantity })) };
}

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
	const pieces = linesOf(from)
		.map((line) => ({ line, quantity: leftOf(line) }))
		.filter(({ quantity }) => quantity > 0);
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
