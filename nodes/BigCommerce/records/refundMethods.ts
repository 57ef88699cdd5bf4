import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { moneyOrNone } from '../../shared/money';

/** Where the money goes back to. */
export type RefundTo = 'original' | 'storeCredit';

/** One complete way to give money back: all its parts are used together (BigCommerce reference 4.3). */
export type RefundMethod = readonly IDataObject[];

/** Store credit, and what is only written down, are offered for any order (reference 4.3, samples). */
const STORE_CREDIT = 'storecredit';
const BY_HAND = 'custom';

export const methodsIn = ({ refund_methods: methods }: IDataObject): RefundMethod[] =>
	Array.isArray(methods)
		? methods.map((method: unknown) => (Array.isArray(method) ? method.filter(isRecord) : []))
		: [];

const isOnly =
	(provider: string) =>
	(method: RefundMethod): boolean =>
		method.length > 0 && method.every(({ provider_id: id }) => id === provider);

/** Parts that the merchant pays out by hand: the store only writes them down. */
export const byHand = (method: RefundMethod): IDataObject[] =>
	method.filter(({ offline }) => offline === true);

/** Fewest parts by hand first. */
const easiest = (methods: RefundMethod[]): RefundMethod | undefined =>
	[...methods].sort((one, other) => byHand(one).length - byHand(other).length).at(0);

/**
 * The way that a quote offers for what is wanted. The original payment is what neither is store credit alone nor is only written down; of an order that was paid with store credit
 * alone it is that.
 *
 * @returns undefined when the quote offers none
 */
export function methodFor(quote: IDataObject, order: IDataObject, to: RefundTo): RefundMethod | undefined {
	const methods = methodsIn(quote).filter((method) => method.length > 0);
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
export const asPayments = (method: RefundMethod): IDataObject[] =>
	method.map(({ provider_id: id, amount, offline }) => ({
		provider_id: id,
		amount,
		offline: offline === true,
	}));
