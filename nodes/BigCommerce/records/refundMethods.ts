import { moneyOrNone } from '../../shared/money';
import { readAs, type Given, type RecordOf } from '../../shared/record/given';
import * as is from '../../shared/shape';
import type { Order } from './order';

/** Where the money goes back to. */
export type RefundTo = 'original' | 'storeCredit';

/** A part of the money. Its amount is sent back as it came. */
const PART = {
	provider_id: is.text,
	provider_description: is.text,
	amount: is.either(is.amount, is.text),
	offline: is.flag,
	offline_provider: is.flag,
	offline_reason: is.text,
};

/** What something wanted is worth, and how it can be given back (BigCommerce reference 4.3). */
const QUOTE = {
	properties: {
		total_refund_amount: is.text,
		adjustment: is.text,
		refund_methods: is.list(is.list(is.object(PART))),
	},
};

export type RefundQuote = RecordOf<typeof QUOTE>;

export const quoteOf = (given: Given): RefundQuote => readAs(QUOTE, given);

type Part = is.FieldsOf<typeof PART>;

/** One complete way to give money back: all its parts are used together (reference 4.3). */
export type RefundMethod = readonly Part[];

/** Store credit, and what is only written down, are offered for any order (reference 4.3, samples). */
const STORE_CREDIT = 'storecredit';
const BY_HAND = 'custom';

const isOnly =
	(provider: string) =>
	(method: RefundMethod): boolean =>
		method.length > 0 && method.every(({ provider_id: id }) => id === provider);

/** Parts that the merchant pays out by hand: the store only writes them down. */
export const byHand = (method: RefundMethod): Part[] => method.filter(({ offline }) => offline === true);

/** Fewest parts by hand first. */
const easiest = (methods: RefundMethod[]): RefundMethod | undefined =>
	[...methods].sort((one, other) => byHand(one).length - byHand(other).length).at(0);

/**
 * The way that a quote offers for what is wanted. The original payment is what neither is store credit alone nor is only written down; of an order that was paid with store credit
 * alone it is that.
 *
 * @returns undefined when the quote offers none
 */
export function methodFor(
	{ refund_methods: all = [] }: RefundQuote,
	order: Order,
	to: RefundTo,
): RefundMethod | undefined {
	const methods = all.filter((method) => method.length > 0);
	const credit = methods.find(isOnly(STORE_CREDIT));
	if (to === 'storeCredit') return credit;
	const original = easiest(
		methods.filter((method) => !isOnly(STORE_CREDIT)(method) && !isOnly(BY_HAND)(method)),
	);
	if (original) return original;
	const isPaidByCredit =
		moneyOrNone(order.store_credit_amount) > 0n &&
		moneyOrNone(order.store_credit_amount) >= moneyOrNone(order.total_inc_tax);
	return isPaidByCredit ? credit : methods.find(isOnly(BY_HAND));
}

/** The parts as a refund takes them. */
export const asPayments = (method: RefundMethod) =>
	method.map(({ provider_id: id, amount, offline }) => ({
		provider_id: id,
		amount,
		offline: offline === true,
	}));
