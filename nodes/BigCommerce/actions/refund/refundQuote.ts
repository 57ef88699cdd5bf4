import isEqual from 'lodash/isEqual';
import uniqWith from 'lodash/uniqWith';
import type { Advice } from '../../../shared/errorText';
import type { ItemRun } from '../../../shared/itemRun';
import { moneyOf, moneyText, type Money } from '../../../shared/money';
import { goodReply } from '../../../shared/send';
import {
	amountAsItem,
	leftOver,
	piecesAsItems,
	refundable,
	refundableOrderOf,
	type Refundable,
} from '../../records/refundLines';
import { everythingLeft, TAX_WAYS, wrappingLeft } from '../../records/refundCosts';
import { piecesOf, type NamedLine } from '../../records/orderPieces';
import { refundOf } from '../../records/refund';
import { GIVEN_UP } from '../../records/facts/money';
import type { Order } from '../../records/order';
import { methodFor, quoteOf, type RefundMethod, type RefundQuote } from '../../records/refundMethods';
import { readOrder } from '../../transport/orders';
import { dataOf, quoteRequest, refundsOf, type RefundItem } from '../../transport/payments';
import type { StoreClient } from '../../transport/StoreClient';
import { COST_TYPES, costWays, isWorth, leftOfCost } from './costQuote';
import type { Wanted } from './readWanted';

/** What the store says that something wanted is worth, and how it is given back. */
export interface Quoted {
	items: RefundItem[];
	quote: RefundQuote;
	/** Undefined when it cannot be given back to where it is wanted. */
	method?: RefundMethod;
	/** What was left of the order's total before. */
	left: Money;
}

/** Which parts of an order tell what can be refunded. */
const PARTS: Readonly<Record<Wanted['what'], readonly string[]>> = {
	amount: [],
	handling: ['shipping_addresses'],
	lines: ['products'],
	order: ['products', 'shipping_addresses', 'fees'],
	shipping: ['shipping_addresses'],
	wrapping: ['products'],
};

const LOOK = 'Look at its refunds with Refund: Get Many.';

/** An order with what a refund needs to know of it. */
export const readRefundable = async (
	client: StoreClient,
	orderId: number,
	{ what }: Wanted,
): Promise<Refundable> => ({
	order: refundableOrderOf(await readOrder(client, orderId, PARTS[what])),
	refunds: (await refundsOf(client, orderId)).map(refundOf),
});

/** An order as far as its payment goes. */
type Paid = Pick<Order, 'payment_status'>;

/** Payments that were only authorised are voided, as a whole (BigCommerce reference 4.1). */
export const isOnlyAuthorised = ({ payment_status: status }: Paid): boolean => status === 'authorized';

/** The payment was given up: there is nothing to give back. */
export const isVoided = ({ payment_status: status }: Paid): boolean =>
	status === 'void' || status === 'void pending';

/** Nothing can be given back: all of it was, by us or by hand, it cost nothing, or no money was taken (BigCommerce reference 3.3). */
export const isNothingLeft = (from: Refundable): boolean => {
	const { total_inc_tax: total, payment_status: status = '' } = from.order;
	return GIVEN_UP.has(status) || (moneyOf(total) !== undefined && leftOver(from) <= 0n);
};

/** Quotes what is wanted of an order, and refuses more than can be refunded before any money moves. */
export class Quoter {
	constructor(
		private readonly run: ItemRun,
		private readonly client: StoreClient,
		private readonly orderId: number,
	) {}

	/** @throws NodeOperationError that says how much can be refunded; NodeApiError when the store refuses the quote */
	async quoted(wanted: Wanted, from: Refundable): Promise<Quoted> {
		const left = leftOver(from);
		if (wanted.to === 'storeCredit' && Number(from.order.customer_id) === 0) {
			throw this.refuse('A guest has no store credit', 'Refund to the original payment.');
		}
		if (left <= 0n) throw this.refuse('Nothing is left to refund', LOOK);
		const { items, quote } =
			wanted.what === 'order' ? await this.whole(from, left) : await this.part(wanted, from, left);
		return { items, quote, left, method: methodFor(quote, from.order, wanted.to) };
	}

	/** Line by line, so that the store counts the lines; where that is not worth what is left, by amount. */
	private async whole(from: Refundable, left: Money): Promise<Pick<Quoted, 'items' | 'quote'>> {
		const ways = uniqWith(
			TAX_WAYS.map((tax) => everythingLeft(from, tax)),
			isEqual,
		);
		for (const items of ways.filter(({ length }) => length > 0)) {
			const quote = await this.tryQuote(items);
			if (quote && moneyOf(quote.total_refund_amount) === left) return { items, quote };
		}
		const items = [amountAsItem(this.orderId, left)];
		return { items, quote: await this.exactly(items, left) };
	}

	private async part(
		wanted: Exclude<Wanted, { what: 'order' }>,
		from: Refundable,
		left: Money,
	): Promise<Pick<Quoted, 'items' | 'quote'>> {
		if (wanted.what === 'amount') {
			if (wanted.amount > left) throw this.tooMuch(wanted.amount, left);
			const items = [amountAsItem(this.orderId, wanted.amount)];
			return { items, quote: await this.exactly(items, wanted.amount) };
		}
		if (wanted.what === 'shipping' || wanted.what === 'handling') return await this.cost(wanted, from, left);
		const items = wanted.what === 'wrapping' ? this.wrapping(from) : this.pieces(wanted.lines, from);
		const quote = await this.quote(items);
		const total = moneyOf(quote.total_refund_amount);
		const cut = moneyOf(quote.adjustment) ?? 0n;
		if (total === undefined || total > left || cut < 0n) {
			throw this.tooMuch((total ?? left) - cut, left);
		}
		return { items, quote };
	}

	/** @throws NodeOperationError when a line is not there, or not so many pieces of it */
	private pieces(lines: readonly NamedLine[], from: Refundable): RefundItem[] {
		const found = piecesOf(refundable(from), lines);
		if ('fault' in found)
			throw this.refuse(found.fault, 'Correct Lines, or look at the refunds of the order.');
		const items = piecesAsItems(found.pieces);
		if (items.length) return items;
		throw this.refuse('No piece of any line was asked for', 'Correct Lines.');
	}

	private wrapping(from: Refundable): RefundItem[] {
		const items = wrappingLeft(from);
		if (items.length) return items;
		throw this.refuse('No gift wrapping is left to refund', LOOK);
	}

	/** With its tax or without: the quote tells which is worth what is wanted. */
	private async cost(
		{ what, amount }: { what: keyof typeof COST_TYPES; amount?: Money },
		from: Refundable,
		left: Money,
	): Promise<Pick<Quoted, 'items' | 'quote'>> {
		const most = leftOfCost(from, COST_TYPES[what]);
		if (most <= 0n) throw this.refuse(`No ${what} is left to refund`, LOOK);
		if (amount !== undefined && amount > most) throw this.tooMuch(amount, most);
		for (const { items, worth } of costWays(from, COST_TYPES[what], amount)) {
			const quote = items.length ? await this.tryQuote(items) : undefined;
			if (quote && isWorth(quote, worth)) return { items, quote };
		}
		if ((amount ?? most) > left) throw this.tooMuch(amount ?? most, left);
		if (costWays(from, COST_TYPES[what]).some(({ items }) => !items.length)) {
			throw this.refuse(`No ${what} is left to refund`, LOOK);
		}
		throw this.refuse(`BigCommerce counts its ${what} differently`, 'Refund it as an amount of the order.');
	}

	private async exactly(items: RefundItem[], money: Money): Promise<RefundQuote> {
		const quote = await this.quote(items);
		const total = moneyOf(quote.total_refund_amount);
		if (total === money) return quote;
		throw this.tooMuch(money, total ?? 0n);
	}

	/** @throws NodeApiError when the store refuses the quote */
	private async quote(items: RefundItem[]): Promise<RefundQuote> {
		return quoteOf(dataOf(await this.client.request(quoteRequest(this.orderId, items))));
	}

	/** Undefined when the store refuses it. @throws NodeApiError when it does not answer, or may not be asked */
	private async tryQuote(items: RefundItem[]): Promise<RefundQuote | undefined> {
		const request = quoteRequest(this.orderId, items);
		const { last } = await this.client.tryRequest(request);
		const good = goodReply(last);
		if (good) return quoteOf(dataOf(good));
		if (last.status === 400 || last.status === 422) return undefined;
		throw this.client.refusal(last, request);
	}

	private tooMuch(wanted: Money, left: Money): Error {
		return this.refuse(
			`At most ${moneyText(left)} can be refunded, but that would be ${moneyText(wanted)}`,
			'Refund less, or look at what was refunded before.',
		);
	}

	private refuse(what: string, next: string): Error {
		return this.run.refuse(advice(this.orderId, what, next));
	}
}

/** A refusal about the order. */
const advice = (orderId: number, what: string, next: string): Advice => ({
	what: `Order ${orderId}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
	next,
});
