import type { Advice } from '../../../shared/errorText';
import { optionsCollection } from '../../../shared/fields';
import { decisionOf } from '../../../shared/forDecision';
import { createOnce, lookFor } from '../../../shared/createOnce';
import { flag, object, text, whole } from '../../../shared/shape';
import { fieldsIn } from '../../../shared/record/given';
import { isDoubtful } from '../../../shared/send';
import { actionStanding, isActedOn, STANDING, type PaymentAction } from '../../records/gateway';
import { ORDER_SCOPE, readOrder } from '../../transport/orders';
import { paymentActionRequest } from '../../transport/payments';
import type { StoreClient } from '../../transport/StoreClient';
import type { Made } from '../crud/picked';
import { refuseUndecided } from '../forDecision';
import { awaitGateway, GATEWAY_WAIT, gatewayWaitMs } from '../gateway';
import { orderLocator } from '../order/orderFields';

const BEFORE = 'authorized';

const KNOWN = { payment_status: text };

const OPTIONS = [GATEWAY_WAIT];

const declined = (action: PaymentAction, id: number, status: string): Advice => ({
	what: `The payment provider did not ${action} the payment of order ${id}: it is "${status}"`,
	next: `Look at the transactions of order ${id}, and ${action} it again or in the control panel.`,
});

/** Takes the money of an authorized payment, or lets it go: repeated, it is found done. The gateway answers after the store has (BigCommerce reference 4.1), and is waited for. */
export const acts = (action: PaymentAction): Made => ({
	effect: 'once',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: object({ order_id: whole, ...STANDING, payment_status: text, repeated: flag }),
	fields: [orderLocator, optionsCollection(OPTIONS)],
	async execute(run, client: StoreClient) {
		const id = run.id('orderId', 'Order');
		const statusNow = async () => fieldsIn(KNOWN, await readOrder(client, id)).payment_status ?? '';
		const waitMs = gatewayWaitMs(run.fields('options', OPTIONS));
		const settle = async (taken: string, repeated: boolean) => {
			const seen = (what: string) => ({ what, status: actionStanding(action, what) });
			const last = await awaitGateway(run, seen(taken), async () => seen(await statusNow()), waitMs);
			if (last.status === 'declined') throw run.refuse(declined(action, id, last.what));
			return { order_id: id, status: last.status, payment_status: last.what, repeated };
		};
		const status = await statusNow();
		if (isActedOn(action, status)) return await settle(status, true);
		if (status !== BEFORE) {
			throw run.refuse({
				what: `The payment of order ${id} is ${status ? `"${status}"` : 'not made'}, so that there is nothing to ${action}`,
				next: 'Only a payment that is authorized can be captured or voided; give back what was taken with Refund: Create.',
			});
		}
		const decision = decisionOf(run, (await client.store()).hash);
		if (decision) await refuseUndecided(run, client, decision);
		const request = paymentActionRequest(id, action);
		const lookUp = async () => {
			const now = await statusNow();
			return isActedOn(action, now) ? now : undefined;
		};
		const next = `Look at the payment status of order ${id} before you run this item again.`;
		const result = await createOnce(run.functions, {
			send: async () => await client.tryRequest(request),
			// The answer holds nothing: only the order says that it was taken.
			async made(answer) {
				const now = await lookFor(run.functions, lookUp, { atOnce: true });
				if (now !== undefined) return now;
				throw client.failure(answer, {
					what: `BigCommerce took the ${action} of order ${id}, but its payment is still authorized: the payment provider may have declined it`,
					next,
				});
			},
			lookUp,
		});
		if ('made' in result) return await settle(result.made, false);
		throw client.refusal(result.refused, request, isDoubtful(result.refused) ? next : undefined);
	},
});
