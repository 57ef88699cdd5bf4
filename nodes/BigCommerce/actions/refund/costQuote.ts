import { moneyOf, sumOf, type Money } from '../../../shared/money';
import {
	costsAsItems,
	costsLeft,
	inTaxWay,
	takenOf,
	TAX_WAYS,
	type CostLeft,
	type CostType,
} from '../../records/refundCosts';
import type { Refundable } from '../../records/refundLines';
import type { RefundQuote } from '../../records/refundMethods';
import type { RefundItem } from '../../transport/payments';

/** What is refunded by itself, and what the store calls it (BigCommerce reference 4.3). */
export const COST_TYPES = { handling: 'HANDLING', shipping: 'SHIPPING' } as const satisfies Record<
	string,
	CostType
>;

const worth = (costs: readonly CostLeft[]): Money => sumOf(costs.map(({ money }) => money));

/** What is left of one kind of cost, with its tax. */
export const leftOfCost = (from: Refundable, type: CostType): Money =>
	worth(costsLeft(from, 'inc_tax').filter(({ item_type: of }) => of === type));

/** The ways to ask for a cost, or a part of it, with what each is worth to the shopper; undefined where only the store can tell. */
export const costWays = (
	from: Refundable,
	type: CostType,
	amount?: Money,
): Array<{ items: RefundItem[]; worth?: Money }> =>
	TAX_WAYS.map((tax) => {
		const all = costsLeft(from, tax).filter(({ item_type: of }) => of === type);
		const costs = amount === undefined ? all : takenOf(all, inTaxWay(from, type, amount, tax));
		const given = amount ?? (tax === 'inc_tax' ? worth(costs) : undefined);
		return { items: costsAsItems(costs), ...(given !== undefined && { worth: given }) };
	});

/** Whether a quote gives what was wanted, and was not cut down to what is left. */
export const isWorth = (quote: RefundQuote, wanted?: Money): boolean => {
	const total = moneyOf(quote.total_refund_amount);
	return (
		total !== undefined &&
		total > 0n &&
		(moneyOf(quote.adjustment) ?? 0n) >= 0n &&
		(wanted === undefined || total === wanted)
	);
};
