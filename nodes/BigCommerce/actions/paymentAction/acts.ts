import { createOnce, lookFor } from '../../../shared/createOnce';
import { flag, object, text, whole } from '../../../shared/shape';
import { fieldsIn } from '../../../shared/record/given';
import { isDoubtful } from '../../../shared/send';
import { ORDER_SCOPE, readOrder } from '../../transport/orders';
import { paymentActionRequest } from '../../transport/payments';
import type { StoreClient } from '../../transport/StoreClient';
import type { Made } from '../crud/picked';
import { orderLocator } from '../order/orderFields';

type Action = Parameters<typeof paymentActionRequest>[1];

/** What the payment of an order is called before and after; the gateway answers when the store has already (BigCommerce reference 4.1). */
const AFTER: Readonly<Record<Action, readonly string[]>> = {
	capture: ['capture pending', 'captured', 'paid'],
	void: ['void pending', 'void'],
};

const BEFORE = 'authorized';

const KNOWN = { payment_status: text };

/** Takes the money of an authorized payment, or lets it go: repeated, it is found done. */
export const acts = (action: Action): Made => ({
	effect: 'once',
	scopes: [{ name: ORDER_SCOPE, access: 'modify' }],
	output: object({ order_id: whole, payment_status: text, repeated: flag }),
	fields: [orderLocator],
	async execute(run, client: StoreClient) {
		const id = run.id('orderId', 'Order');
		const statusNow = async () => fieldsIn(KNOWN, await readOrder(client, id)).payment_status ?? '';
		const isDone = (status: string) => AFTER[action].includes(status);
		const shown = (status: string, repeated: boolean) => ({ order_id: id, payment_status: status, repeated });
		const status = await statusNow();
		if (isDone(status)) return shown(status, true);
		if (status !== BEFORE) {
			throw run.refuse({
				what: `The payment of order ${id} is ${status ? `"${status}"` : 'not made'}, so that there is nothing to ${action}`,
				next: 'Only a payment that is authorized can be captured or voided; give back what was taken with Refund: Create.',
			});
		}
		const request = paymentActionRequest(id, action);
		const lookUp = async () => {
			const now = await statusNow();
			return isDone(now) ? now : undefined;
		};
		const next = `Look at the payment status of order ${id} before you run this item again.`;
		const result = await createOnce(run.functions, {
			send: async () => await client.tryRequest(request),
			// The answer holds nothing: only the order says that it was taken.
			async made(answer) {
				const now = await lookFor(run.functions, lookUp, { atOnce: true });
				if (now !== undefined) return now;
				throw client.failure(answer, {
					what: `BigCommerce took the ${action} of order ${id}, but its payment is still authorized`,
					next,
				});
			},
			lookUp,
		});
		if ('made' in result) return shown(result.made, false);
		throw client.refusal(result.refused, request, isDoubtful(result.refused) ? next : undefined);
	},
});
