import type { IDataObject, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { fingerprint } from '../../shared/fingerprint';
import { RecentMemory } from '../../shared/recentMemory';
import { orderFingerprint } from '../transport/orders';
import type { Delivery } from './delivery';

/** BigCommerce repeats a delivery for up to 48 hours (reference 12.6). */
const DELIVERY_LIFE_MS = 48 * 3_600_000;

/** Whether each delivery was handled; the answer comes when it is known. */
const deliveries = new RecentMemory<Promise<boolean>>(DELIVERY_LIFE_MS);

/** The last state of each order that a delivery told, so that the sweep does not tell it again. Shared by the webhook and the poll of this process; n8n's static data is not (guide, section 8.3). */
const toldOrders = new RecentMemory<string>(DELIVERY_LIFE_MS, 50_000);

/** A test that listens is apart from the published workflow, whose deliveries have mode `webhook` and whose polls have mode `trigger` (guide, section 8.3). */
const ofTrigger = (functions: IPollFunctions | IWebhookFunctions) => {
	const run = functions.getMode() === 'manual' ? 'test' : 'published';
	return `${String(functions.getWorkflow().id)}:${functions.getNode().id}:${run}`;
};

/**
 * What makes a delivery the same one. The signed `webhook-id` names a message and stays the same when it is sent again; the body's `hash` is weaker: two real
 * changes of one object within a second look alike (BigCommerce reference 12.2).
 */
function identity({ scope, data, hash, created_at: createdAt }: Delivery, messageId: unknown): string {
	return typeof messageId === 'string' ? messageId : fingerprint({ scope, data, hash, createdAt });
}

/** The first of its kind must be settled; a repeat waits for how the first ended. */
export type Taken = { settle(handled: boolean): void } | { repeatOf: Promise<boolean> };

/**
 * Takes a delivery on, or recognises it as a repeat. One that could not be handled is forgotten, so that the sender's next try is not dropped; and a repeat that arrives
 * while the first is still under way must not be answered before it is known how that ends. Best effort, in memory.
 *
 * @param messageId the delivery's `webhook-id`, only if its signature was verified
 */
export function takeOn(functions: IWebhookFunctions, delivery: Delivery, messageId: unknown): Taken {
	const key = `${ofTrigger(functions)}:${identity(delivery, messageId)}`;
	const first = deliveries.get(key);
	if (first) return { repeatOf: first };
	let answer: (handled: boolean) => void = () => {};
	deliveries.set(key, new Promise((resolve) => (answer = resolve)));
	return {
		settle: (handled) => {
			if (!handled) deliveries.forget(key);
			answer(handled);
		},
	};
}

const orderKey = (functions: IPollFunctions | IWebhookFunctions, order: IDataObject) =>
	`${ofTrigger(functions)}:${String(order.id)}`;

/** @param order with only its `id` where the rest is not known */
export function rememberTold(functions: IWebhookFunctions, order: IDataObject): void {
	toldOrders.set(orderKey(functions, order), orderFingerprint(order));
}

/** Whether this very state of the order was told already, an earlier or unknown one, or none. */
export function toldState(
	functions: IPollFunctions | IWebhookFunctions,
	order: IDataObject,
): 'this' | 'another' | 'none' {
	const told = toldOrders.get(orderKey(functions, order));
	if (told === undefined) return 'none';
	return told === orderFingerprint(order) ? 'this' : 'another';
}
