import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import type { Order } from './order';
import { givenBack, type Refund } from './refund';

/**
 * Where something stands at the payment provider: BigCommerce takes it at once, and the provider is called afterwards (BigCommerce reference 4.1, 4.4; "Create a Refund",
 * orders.v3.yml: "The payment request itself occurs asynchronously").
 */
export type Standing = 'done' | 'pending' | 'declined';

/** What an item says of it. */
export const STANDING = { status: is.text };

/** What is done with an authorized payment. */
export type PaymentAction = 'capture' | 'void';

/** What its payment is called on the way and afterwards (reference 3.3, 4.1); `since`: by what others did with it then. */
const AFTER: Readonly<
	Record<PaymentAction, { pending: readonly string[]; done: readonly string[]; since: readonly string[] }>
> = {
	capture: {
		pending: ['capture pending', 'held for review'],
		done: ['captured', 'paid'],
		since: ['partially refunded', 'refunded'],
	},
	void: { pending: ['void pending'], done: ['void'], since: [] },
};

/** Whether the payment says that it was taken or let go, or is about to be. */
export const isActedOn = (action: PaymentAction, status: string): boolean =>
	status === `${action} pending` || AFTER[action].done.includes(status);

/** Whether the provider still has to answer for what was done with a payment; one that is held for review waits for people. */
export const isPaymentUnderWay = (status: string): boolean =>
	status === 'capture pending' || status === 'void pending';

/** Where a capture or a void stands that was taken: one that "falls back" was declined (reference 4.1). */
export function actionStanding(action: PaymentAction, status: string): Standing {
	const { pending, done, since } = AFTER[action];
	if (done.includes(status) || since.includes(status)) return 'done';
	return pending.includes(status) ? 'pending' : 'declined';
}

/** The store's own money, which no provider is called for. */
const STORE_CREDIT = 'storecredit';

/** A provider answers within minutes: what named no transaction by then never will, in ms. */
const NEVER_ANSWERED_AFTER_MS = 24 * 3_600_000;

/** Whether the provider may still answer for what was begun then; when nobody knows, it may. */
export const isAnswerDue = (begun: string | undefined): boolean =>
	!(Date.now() - Date.parse(begun ?? '') > NEVER_ANSWERED_AFTER_MS);

/** Whether the provider still has to answer for a part of a refund. What is paid out by hand has none (reference 4.4), and one of a day ago holds no other up. */
const isOpen = (refund: Refund): boolean =>
	isAnswerDue(refund.created) &&
	(refund.payments ?? []).some(
		(payment) =>
			payment.offline !== true &&
			payment.provider_id !== STORE_CREDIT &&
			payment.is_declined !== true &&
			!INFERRED.refundPaymentAnswered(payment.transaction_id),
	);

/**
 * Where a refund stands. Its payments tell it, and the order, which only "a successful refund" sets to refunded (reference 4.4); of several refunds a partly refunded order does not
 * tell which.
 *
 * @param about the order and all its refunds, where they were read too
 */
export function refundStanding(
	refund: Refund,
	about?: { order: Pick<Order, 'payment_status'>; refunds: readonly Refund[] },
): Standing {
	const isDeclined = refund.payments?.some((payment) => payment.is_declined === true) === true;
	if (!isOpen(refund) || (about && isToldBy(about))) return isDeclined ? 'declined' : 'done';
	return 'pending';
}

function isToldBy({
	order: { payment_status: status },
	refunds,
}: {
	order: Pick<Order, 'payment_status'>;
	refunds: readonly Refund[];
}): boolean {
	if (status === 'refunded') return true;
	return status === 'partially refunded' && refunds.filter((one) => givenBack(one) > 0n).length === 1;
}

/**
 * The refund of an order that the provider still has to answer for: BigCommerce takes one at a time ("Create a Refund", orders.v3.yml). Where no refund names a transaction, an order
 * that says it is refunded has none under way.
 */
export function underWay({
	order: { payment_status: status },
	refunds,
}: {
	order: Pick<Order, 'payment_status'>;
	refunds: readonly Refund[];
}): Refund | undefined {
	const namesTransactions = refunds.some(({ payments = [] }) =>
		payments.some(({ transaction_id: id }) => INFERRED.refundPaymentAnswered(id)),
	);
	const isTold = status === 'refunded' || status === 'partially refunded';
	return isTold && !namesTransactions ? undefined : refunds.find(isOpen);
}
