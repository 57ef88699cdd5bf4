import type { IDataObject, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { triggerKey } from '../../shared/deliveries';
import { RecentMemory } from '../../shared/recentMemory';
import { orderFingerprint } from '../transport/orderFingerprint';

/** BigCommerce repeats a delivery for up to 48 hours (reference 12.6). */
const DELIVERY_LIFE_MS = 48 * 3_600_000;

/** The last state of each order that a delivery told, so that the sweep does not tell it again. Shared by the webhook and the poll of this process; n8n's static data is not (guide, section 8.3). */
const toldOrders = new RecentMemory<string>(DELIVERY_LIFE_MS, 50_000);

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
