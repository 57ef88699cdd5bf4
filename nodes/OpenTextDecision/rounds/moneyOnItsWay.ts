import { OnceClaim } from '../../BigCommerce/links/once';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { isAnswerDue, isPaymentUnderWay, refundStanding } from '../../BigCommerce/records/gateway';
import type { Order } from '../../BigCommerce/records/order';
import { refundOf } from '../../BigCommerce/records/refund';
import { ORDER_OWNER } from '../../BigCommerce/transport/owners';
import { refundsOf } from '../../BigCommerce/transport/payments';
import { parseOnce } from '../../shared/onceRecord';
import type { Services } from '../transport/Services';

/**
 * The money that an effect of this very decision moves, as long as the payment provider may still decline it: the store takes a refund, a void or a capture at once, and the provider answers later
 * (BigCommerce reference 4.1, 4.4). A decision is not carried out before: told again, its effect finds what it did, and is done or fails.
 *
 * @param saidPending whether an effect has just said so: one that the provider declined since has to say that itself
 * @returns what it waits for, in words; undefined when nothing is on its way
 * @throws NodeApiError when the store does not answer
 */
export async function moneyOnItsWay(
	{ store }: Pick<Services, 'store'>,
	{ key: { objectId }, record: { key, begun } }: Pick<StoredRound, 'key' | 'record'>,
	order: Order,
	saidPending = false,
): Promise<string | undefined> {
	if (!begun) return undefined;
	if (isAnswerDue(begun.at) && isPaymentUnderWay(order.payment_status ?? '')) {
		return `The payment of order ${objectId} is still with the payment provider: it is "${order.payment_status}"`;
	}
	const [claim] = await new OnceClaim(store, { type: ORDER_OWNER, id: objectId }, 'refund', key).read();
	const refundId = claim && parseOnce(claim.text)?.made?.refundId;
	if (refundId === undefined) return undefined;
	const refunds = (await refundsOf(store, Number(objectId))).map(refundOf);
	const refund = refunds.find(({ id }) => id === refundId);
	const status = refund && refundStanding(refund, { order, refunds });
	const words = `efund ${String(refundId)} of order ${objectId}`;
	if (status === 'pending') return `R${words} is still with the payment provider`;
	return status === 'declined' && saidPending ? `The payment provider declined r${words}` : undefined;
}
