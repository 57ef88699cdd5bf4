import type { IDataObject, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { Deliveries, triggerKey, type Taken } from '../../shared/deliveries';
import { fingerprint } from '../../shared/fingerprint';
import { RecentMemory } from '../../shared/recentMemory';
import { orderFingerprint } from '../transport/orders';
import type { Delivery } from './delivery';

/** BigCommerce repeats a delivery for up to 48 hours (reference 12.6). */
const DELIVERY_LIFE_MS = 48 * 3_600_000;

const deliveries = new Deliveries(DELIVERY_LIFE_MS);

/** The last state of each order that a delivery told, so that the sweep does not tell it again. Shared by the webhook and the poll of this process; n8n's static data is not (guide, section 8.3). */
const toldOrders = new RecentMemory<string>(DELIVERY_LIFE_MS, 50_000);

/**
 * What makes a delivery the same one. The signed `webhook-id` names a message and stays the same when it is sent again; the body's `hash` is weaker: two real
 * changes of one object within a second look alike (BigCommerce reference 12.2).
 */
function identity({ scope, data, hash, created_at: createdAt }: Delivery, messageId: unknown): string {
	return typeof messageId === 'string' ? messageId : fingerprint({ scope, data, hash, createdAt });
}

/**
 * Takes a delivery on, or recognises it as a repeat.
 *
 * @param messageId the delivery's `webhook-id`, only if its signature was verified
 */
export const takeOn = (functions: IWebhookFunctions, delivery: Delivery, messageId: unknown): Taken =>
	deliveries.takeOn(`${triggerKey(functions)}:${identity(delivery, messageId)}`);

const orderKey = (functions: IPollFunctions | IWebhookFunctions, order: IDataObject) =>
	`${triggerKey(functions)}:${String(order.id)}`;

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
