import type { PaymentStatus, StoredOrder } from '../orders/types';
import type { Switches } from '../switches';
import { amountOf, centsOf } from './amounts';

/** A part of one way to give money back, as a quote shows it (BigCommerce reference 4.3). */
export interface PaymentOption {
	provider_id: string;
	provider_description: string;
	amount: number;
	offline: boolean;
	offline_provider: boolean;
	offline_reason: string;
}

interface Provider {
	id: string;
	description: string;
	/** strictly by hand, such as a transfer */
	isOffline?: true;
	/** as transactions name it */
	method: string;
}

const GATEWAY: Provider = { id: 'testgateway', description: 'Test Gateway', method: 'credit_card' };

/** By the name of the payment method as the shopper sees it. */
const BY_METHOD: Readonly<Record<string, Provider>> = {
	'Bank Deposit': { id: 'bankdeposit', description: 'Bank Deposit', method: 'offline', isOffline: true },
	'Cash on Delivery': { id: 'cod', description: 'Cash on Delivery', method: 'offline', isOffline: true },
	Manual: { id: 'custom', description: 'Manual', method: 'custom', isOffline: true },
};

/** Made in the control panel or by an app: no gateway has a part in it, whatever its payment is called, unless one was asked for the money afterwards (orders guide, how to take payment). */
const BY_PEOPLE = ['manual', 'external'];

type Taking = Pick<StoredOrder['fields'], 'order_source' | 'payment_provider_id'>;

const isTakenByHand = ({ order_source: source, payment_provider_id: payment }: Taking): boolean =>
	BY_PEOPLE.includes(source) && payment === '';

/** Who took the money of an order. */
export const providerOf = ({ fields }: StoredOrder): Provider =>
	BY_METHOD[fields.payment_method] ?? (isTakenByHand(fields) ? BY_METHOD.Manual : GATEWAY);

/** Money was taken by a gateway, so that it can be given back (BigCommerce reference 4.4). */
const PAID: readonly PaymentStatus[] = ['captured', 'paid', 'partially refunded'];

/** Statuses of an order that is paid (BigCommerce reference 3.5). */
const PAID_STATUSES: readonly number[] = [2, 3, 8, 9, 10, 11];

/**
 * Whether its payment was received, without which nothing is refunded (BigCommerce reference 4.4). What was paid outside of the store shows in the order's status alone; it is
 * refunded offline or as store credit (refunds guide, offline order refunds).
 */
export const isPaid = (order: StoredOrder): boolean => {
	const { payment_status: payment, status_id: status } = order.fields;
	const isOutside = providerOf(order).isOffline === true && payment === '';
	return PAID.includes(payment) || (isOutside && PAID_STATUSES.includes(status));
};

const BY_HAND = 'This is an offline payment provider.';
const NO_PARTS = 'Multiple online refunds are not available';

const option = (provider: Provider, cents: number, whyByHand?: string): PaymentOption => ({
	provider_id: provider.id,
	provider_description: provider.description,
	amount: amountOf(cents),
	offline: whyByHand !== undefined,
	offline_provider: provider.isOffline === true,
	offline_reason: whyByHand ?? '',
});

const CREDIT: Provider = { id: 'storecredit', description: 'Store Credit', method: 'store_credit' };
const CUSTOM: Provider = { id: 'custom', description: 'Custom', method: 'custom', isOffline: true };

/**
 * Every way to give so much back: an array of arrays, of which one is used as a whole (reference 4.3).
 * @param cents how much
 * @param isAll whether that is all that is left of the order
 */
export function methodsOf(
	order: StoredOrder,
	cents: number,
	isAll: boolean,
	{ partialRefundsOnline }: Readonly<Switches>,
): PaymentOption[][] {
	const { customer_id: customer, store_credit_amount: credited, total_inc_tax: total } = order.fields;
	const provider = providerOf(order);
	const byCredit = Math.min(centsOf(credited), cents);
	const rest = cents - byCredit;
	const whyByHand = provider.isOffline ? BY_HAND : !isAll && !partialRefundsOnline ? NO_PARTS : undefined;
	const isPaidByCredit = centsOf(credited) >= centsOf(total);
	const original = [
		...(rest > 0 ? [option(provider, rest, whyByHand)] : []),
		...(byCredit > 0 ? [option(CREDIT, byCredit)] : []),
	];
	return [
		...(customer > 0 ? [[option(CREDIT, cents)]] : []),
		[option(CUSTOM, cents, BY_HAND)],
		...(isPaidByCredit || provider.id === CUSTOM.id ? [] : [original]),
	];
}
