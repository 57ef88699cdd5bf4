import type { ItemRun } from '../../../shared/itemRun';
import { moneyOrNone, moneyText, sumOf } from '../../../shared/money';
import { actionStanding, refundStanding, type Standing } from '../../records/gateway';
import { orderOf, type Order } from '../../records/order';
import { refundOf, type Refund } from '../../records/refund';
import { readOrder } from '../../transport/orders';
import { refundsOf } from '../../transport/payments';
import type { StoreClient } from '../../transport/StoreClient';
import { awaitGateway, type Seen } from '../gateway';
import type { GivenBack } from './refundJob';

/**
 * Waits until the payment provider has answered for what was given back, or voided.
 *
 * @param waitMs how long at most, in ms
 * @returns what the store shows of it then
 * @throws NodeOperationError when the provider declined it: what follows must not take the money for given back
 */
export async function settled(
	run: ItemRun,
	client: StoreClient,
	orderId: number,
	{ given, waitMs }: { given: GivenBack; waitMs: number },
): Promise<Seen<GivenBack>> {
	if ('nothing' in given) return { what: given, status: 'done' };
	if ('voided' in given) return await settledVoid(run, client, given.voided, { orderId, waitMs });
	const look = async (): Promise<Seen<Refund>> => {
		const refunds = (await refundsOf(client, orderId)).map(refundOf);
		const what = refunds.find(({ id }) => id === given.refund.id) ?? given.refund;
		const status = refundStanding(what);
		if (status !== 'pending') return { what, status };
		return { what, status: refundStanding(what, { order: await orderNow(client, orderId), refunds }) };
	};
	const first = { what: given.refund, status: refundStanding(given.refund) };
	const { what: refund, status } = await awaitGateway(run, first, look, waitMs);
	if (refund.payments?.some((payment) => payment.is_declined === true)) {
		throw refuseDeclined(run, orderId, { refund, status });
	}
	return { what: { refund }, status };
}

async function settledVoid(
	run: ItemRun,
	client: StoreClient,
	voided: Order,
	{ orderId, waitMs }: { orderId: number; waitMs: number },
): Promise<Seen<GivenBack>> {
	const seen = (what: Order) => ({ what, status: actionStanding('void', what.payment_status ?? '') });
	const look = async () => seen(await orderNow(client, orderId));
	const { what, status } = await awaitGateway(run, seen(voided), look, waitMs);
	if (status === 'declined') {
		throw run.refuse({
			what: `The payment provider did not void the payment of order ${orderId}: it is "${what.payment_status}"`,
			next: 'Look at its transactions; void or refund it in the control panel.',
		});
	}
	return { what: { voided: what }, status };
}

const orderNow = async (client: StoreClient, orderId: number): Promise<Order> =>
	orderOf(await readOrder(client, orderId));

/** Of a refund in several parts the provider may decline one alone. */
function refuseDeclined(
	run: ItemRun,
	orderId: number,
	{ refund: { id, payments = [] }, status }: { refund: Refund; status: Standing },
): Error {
	const declined = payments.filter((payment) => payment.is_declined === true);
	const others = payments.filter((payment) => payment.is_declined !== true);
	const worth = (parts: typeof payments) => moneyText(sumOf(parts.map(({ amount }) => moneyOrNone(amount))));
	const which = others.length ? `${worth(declined)} of refund` : 'refund';
	return run.refuse({
		what: `The payment provider declined ${which} ${String(id)} of order ${orderId}: ${String(declined[0]?.declined_message)}`,
		next: others.length
			? `${worth(others)} ${status === 'pending' ? 'is still on its way' : 'was given back'}. Give back the declined part in another way, or in the control panel.`
			: 'No money was given back by it. Refund in another way, or in the control panel.',
	});
}
