import type { IDataObject } from 'n8n-workflow';
import { decisionOf } from '../../../shared/forDecision';
import type { ItemRun } from '../../../shared/itemRun';
import type { Done } from '../../../shared/once';
import type { Operation } from '../../../shared/operation';
import { flag, object, orNull, text, whole } from '../../../shared/shape';
import { inventory } from '../../records/inventory';
import { REFUND, withAmounts } from '../../records/refund';
import { ORDER_OWNER } from '../../transport/owners';
import { ORDER_SCOPE } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';
import { onceOnly } from '../onceOnly';
import { readWanted } from './readWanted';
import { CREATE_OPTIONS, createOptions, WANTED } from './refundFields';
import { readRestocking, restock } from './restock';
import { RESTOCKING } from './restockFields';
import { RefundJob, type GivenBack, type RefundOrder } from './refundJob';

const RESTOCKED = object({
	variant_id: whole,
	location_id: whole,
	quantity: whole,
	transaction_id: orNull(text),
	repeated: flag,
});

async function readItem(run: ItemRun, client: StoreClient): Promise<RefundOrder> {
	const { reason = '', allowByHand = false } = run.fields('options', CREATE_OPTIONS);
	const orderId = run.id('orderId', 'Order');
	const wanted = readWanted(run);
	const { hash } = await client.store();
	return {
		orderId,
		wanted,
		reason: String(reason),
		mayByHand: allowByHand === true,
		decision: decisionOf(run, hash),
	};
}

const declined = (given: GivenBack) =>
	'refund' in given ? given.refund.payments?.find((payment) => payment.is_declined === true) : undefined;

/** @throws NodeOperationError when the payment provider declined it: what follows must not take the money for given back */
function shown(run: ItemRun, orderId: number, { made, repeated }: Done<GivenBack>): IDataObject {
	const refusal = declined(made);
	if (refusal && 'refund' in made) {
		throw run.refuse({
			what: `The payment provider declined refund ${String(made.refund.id)} of order ${orderId}: ${String(refusal.declined_message)}`,
			next: 'No money was given back by it. Refund in another way, or in the control panel.',
		});
	}
	if ('refund' in made) return { action: 'refund', repeated, ...withAmounts(made.refund.given) };
	const { payment_status: status, total_inc_tax: total } = made.voided;
	return {
		action: 'void',
		repeated,
		order_id: orderId,
		payment_status: status,
		...withAmounts({ total_amount: total }),
	};
}

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Give money back, or void a payment that is only authorized',
		action: 'Create a refund',
	},
	effect: 'once',
	scopes: [
		{ name: ORDER_SCOPE, access: 'modify' },
		{ name: inventory.scope, access: 'modify', when: { restock: ['pieces'] } },
	],
	output: object({ action: text, repeated: flag, ...REFUND, payment_status: text, restocked: RESTOCKED }),
	fields: [...WANTED, ...RESTOCKING, createOptions],
	async execute(run, client) {
		const order = await readItem(run, client);
		const { orderId, decision } = order;
		const restocking = await readRestocking(run, client, order);
		const job = new RefundJob(run, client, order);
		const voided = decision ? undefined : await job.voided();
		if (voided) return shown(run, orderId, { made: voided, repeated: true });
		const about = { owner: { type: ORDER_OWNER, id: String(orderId) }, thing: 'refund', decision };
		const item = shown(run, orderId, await onceOnly(run, client, job, about));
		// A run that dies in between has refunded: the next one finds that, and restocks.
		return restocking ? { ...item, restocked: await restock(run, client, restocking) } : item;
	},
};
