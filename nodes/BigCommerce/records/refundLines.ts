import { moneyOrNone, moneyText, sumOf, type Money } from '../../shared/money';
import { readAs, type Given, type RecordOf } from '../../shared/record/given';
import * as is from '../../shared/shape';
import type { RefundItem } from '../transport/payments';
import { orders } from './order';
import { notRefunded, orderLineOf, type Left, type OrderLine, type Pieces } from './orderPieces';
import { givenBack, type Refund } from './refund';

/** What an address or a fee costs, with and without tax (BigCommerce reference 3.6). */
const COST = is.object({
	id: is.whole,
	cost_inc_tax: is.text,
	cost_ex_tax: is.text,
	handling_cost_inc_tax: is.text,
	handling_cost_ex_tax: is.text,
});

/** An order with its lines, addresses and fees in place of the links; what is a link still has none. */
const REFUNDABLE_ORDER = {
	properties: {
		...orders.properties,
		products: is.list(is.object()),
		shipping_addresses: is.list(COST),
		fees: is.list(COST),
	},
};

export type RefundableOrder = RecordOf<typeof REFUNDABLE_ORDER>;

export const refundableOrderOf = (given: Given): RefundableOrder => readAs(REFUNDABLE_ORDER, given);

/** An order, and what was refunded of it before. */
export interface Refundable {
	order: RefundableOrder;
	refunds: readonly Refund[];
}

export const linesOf = ({ products = [] }: RefundableOrder): OrderLine[] => products.map(orderLineOf);

/** What is left of an order's total, in its own currency. The order itself always says that nothing was refunded (reference 14.9). */
export const leftOver = ({ order, refunds }: Refundable): Money =>
	moneyOrNone(order.total_inc_tax) - sumOf(refunds.map(givenBack));

/** What of its lines can be given back. */
export const refundable = (from: Refundable): Left => ({
	lines: linesOf(from.order),
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
