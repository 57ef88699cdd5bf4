import { moneyOrNone, moneyText, sumOf, type Money } from '../../shared/money';
import type { RefundItem } from '../transport/payments';
import { allPieces, type OrderLine } from './orderPieces';
import { givenBack } from './refund';
import { linesOf, piecesAsItems, refundable, type Refundable } from './refundLines';

/** Costs of an address, and of the order, that are refunded by amount (BigCommerce reference 4.3). */
const COSTS = [
	{ type: 'SHIPPING', list: 'shipping_addresses', cost: 'cost' },
	{ type: 'HANDLING', list: 'shipping_addresses', cost: 'handling_cost' },
	{ type: 'FEE', list: 'fees', cost: 'cost' },
] as const;

export type CostType = (typeof COSTS)[number]['type'];

/** Whether the amounts of shipping and fees in a refund hold their tax is not stated (reference 4.3): the quote tells which of them are worth what is left. */
export const TAX_WAYS = ['inc_tax', 'ex_tax'] as const;

export type TaxWay = (typeof TAX_WAYS)[number];

/** What is left of one cost. */
export interface CostLeft {
	item_type: CostType;
	item_id: number;
	money: Money;
}

/** What was refunded of one thing. A refund that was declined as a whole gave nothing back. */
const refundedItems = ({ refunds }: Refundable, type: string, id: unknown) =>
	refunds
		.filter((refund) => givenBack(refund) > 0n)
		.flatMap(({ items = [] }) => items)
		.filter((item) => item.item_type === type && String(item.item_id) === String(id));

/** Every cost as it was charged. */
const charged = ({ order }: Refundable, tax: TaxWay): CostLeft[] =>
	COSTS.flatMap(({ type, list, cost }) =>
		(order[list] ?? []).map((row) => ({
			item_type: type,
			item_id: Number(row.id),
			money: moneyOrNone(row[`${cost}_${tax}`]),
		})),
	);

/** What is left of the costs. @param tax whether they are given with their tax or without */
export const costsLeft = (from: Refundable, tax: TaxWay): CostLeft[] =>
	charged(from, tax)
		.map((cost) => {
			const before = refundedItems(from, cost.item_type, cost.item_id);
			const money = cost.money - sumOf(before.map(({ requested_amount: amount }) => moneyOrNone(amount)));
			return { ...cost, money };
		})
		.filter(({ money }) => money > 0n);

export const costsAsItems = (costs: readonly CostLeft[]): RefundItem[] =>
	costs.map(({ money, ...item }) => ({ ...item, amount: Number(moneyText(money)) }));

/** So much of some costs, the first ones first. */
export function takenOf(costs: readonly CostLeft[], amount: Money): CostLeft[] {
	let rest = amount;
	return costs
		.map((cost) => {
			const money = cost.money < rest ? cost.money : rest;
			rest -= money;
			return { ...cost, money };
		})
		.filter(({ money }) => money > 0n);
}

const CENT = 100n;

/** An amount with its tax as it is given in one of the ways: without, it is as much less as the whole cost is. */
export function inTaxWay(from: Refundable, type: CostType, amount: Money, tax: TaxWay): Money {
	const whole = (way: TaxWay) =>
		sumOf(
			charged(from, way)
				.filter(({ item_type: of }) => of === type)
				.map(({ money }) => money),
		);
	const [inclusive, given] = [whole('inc_tax'), whole(tax)];
	if (given === inclusive || inclusive <= 0n) return amount;
	return ((2n * amount * given + inclusive * CENT) / (2n * inclusive * CENT)) * CENT;
}

/** The gift wrapping that is left, which is refunded by pieces. */
export const wrappingLeft = (from: Refundable): RefundItem[] =>
	linesOf(from.order)
		.filter((line: OrderLine) => moneyOrNone(line.wrapping_cost_inc_tax) > 0n)
		.map((line) => {
			const before = refundedItems(from, 'GIFT_WRAPPING', line.id);
			const refunded = before.reduce((sum, { quantity }) => sum + Number(quantity ?? 0), 0);
			return {
				item_type: 'GIFT_WRAPPING',
				item_id: Number(line.id),
				quantity: Number(line.quantity ?? 0) - refunded,
			};
		})
		.filter(({ quantity }) => quantity > 0);

/**
 * Everything that is left of an order, line by line, so that the store counts it there.
 *
 * @param tax whether costs are given with their tax or without
 */
export const everythingLeft = (from: Refundable, tax: TaxWay): RefundItem[] => [
	...piecesAsItems(allPieces(refundable(from))),
	...wrappingLeft(from),
	...costsAsItems(costsLeft(from, tax)),
];
