import type { IDataObject } from 'n8n-workflow';
import { decisionOf } from '../../../shared/forDecision';
import type { ItemRun } from '../../../shared/itemRun';
import { moneyOrNone, moneyText, sumOf } from '../../../shared/money';
import type { Done } from '../../../shared/once';
import type { Operation } from '../../../shared/operation';
import { flag, object, orNull, text, whole } from '../../../shared/shape';
import { inventory } from '../../records/inventory';
import { STANDING } from '../../records/gateway';
import { REFUND, withAmounts } from '../../records/refund';
import { ORDER_OWNER } from '../../transport/owners';
import { ORDER_SCOPE } from '../../transport/orders';
import type { StoreClient } from '../../transport/StoreClient';
import { gatewayWaitMs, type Seen } from '../gateway';
import { inTurn } from '../inTurn';
import { onceOnly } from '../onceOnly';
import { readWanted } from './readWanted';
import { CREATE_OPTIONS, createOptions, WANTED } from './refundFields';
import { readRestocking, restock } from './restock';
import { RESTOCKING } from './restockFields';
import { RefundJob, type GivenBack, type RefundOrder } from './refundJob';
import { settled } from './settled';

const RESTOCKED = object({
	variant_id: whole,
	location_id: whole,
	quantity: whole,
	transaction_id: orNull(text),
	repeated: flag,
});

async function readItem(run: ItemRun, client: StoreClient): Promise<RefundOrder> {
	const options = run.fields('options', CREATE_OPTIONS);
	const { reason = '', allowByHand = false } = options;
	const orderId = run.id('orderId', 'Order');
	const wanted = readWanted(run);
	const { hash } = await client.store();
	return {
		orderId,
		wanted,
		reason: String(reason),
		mayByHand: allowByHand === true,
		decision: decisionOf(run, hash),
		waitMs: gatewayWaitMs(options),
	};
}

/** What staff has to know, or to do themselves. */
function noteOf(made: GivenBack): string {
	if ('nothing' in made) return 'Nothing was left to give back.';
	const parts = 'refund' in made ? (made.refund.payments ?? []) : [];
	const byHand = sumOf(
		parts.filter(({ offline }) => offline === true).map(({ amount }) => moneyOrNone(amount)),
	);
	return byHand > 0n ? `Pay ${moneyText(byHand)} back by hand: BigCommerce has only written it down.` : '';
}

function shown({ what: made, status }: Seen<GivenBack>, orderId: number, repeated: boolean): IDataObject {
	const standing = { status, repeated, note: noteOf(made) };
	if ('refund' in made) return { action: 'refund', ...standing, ...withAmounts(made.refund.given) };
	const [action, order] =
		'voided' in made ? (['void', made.voided] as const) : (['nothing', made.nothing] as const);
	const total = action === 'void' ? order.total_inc_tax : '0';
	return {
		action,
		...standing,
		order_id: orderId,
		payment_status: order.payment_status,
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
	output: object({
		action: text,
		...STANDING,
		repeated: flag,
		note: text,
		...REFUND,
		payment_status: text,
		restocked: RESTOCKED,
	}),
	fields: [...WANTED, ...RESTOCKING, createOptions],
	async execute(run, client) {
		const order = await readItem(run, client);
		const { orderId, decision, waitMs } = order;
		const restocking = await readRestocking(run, client, order);
		const job = new RefundJob(run, client, order);
		const settle = async ({ made: given, repeated }: Done<GivenBack>) =>
			shown(await settled(run, client, orderId, { given, waitMs }), orderId, repeated);
		const voided = decision ? undefined : await job.voided();
		if (voided) return await settle({ made: voided, repeated: true });
		const owner = { type: ORDER_OWNER, id: String(orderId) };
		// Concurrent ones are not supported ("Create a Refund", orders.v3.yml), and a decision claims its own alone.
		const turn = { owner, thing: 'refunding', what: `the money of order ${orderId}` };
		const about = { owner, thing: 'refund', decision };
		const done = await inTurn(
			run,
			client,
			turn,
			async (begin) => await onceOnly(run, client, job, { ...about, begin }),
		);
		const item = await settle(done);
		// A run that dies in between has refunded: the next one finds that, and restocks.
		return restocking ? { ...item, restocked: await restock(run, client, restocking) } : item;
	},
};
