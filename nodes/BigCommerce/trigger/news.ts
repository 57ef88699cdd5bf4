import type { IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Order } from '../records/order';
import { orderFingerprint } from '../records/orderFingerprint';
import { noteDelivered } from './kept';
import { seenKey } from './seenOrders';
import * as records from './told';
import type { Seen, Teller, Told } from './told';

export type { Teller, Told } from './told';

type TriggerFunctions = IPollFunctions | IWebhookFunctions;

const asSeen = (order: Order): Seen => ({ key: seenKey(order), state: orderFingerprint(order) });

/** What was told of an order. */
export const toldOf = (functions: TriggerFunctions, order: Order): Told =>
	records.toldOf(functions, { key: seenKey(order) });

/**
 * @param order with only its `id` where the rest is not known
 * @param how `isNew`: it was told as an order that was placed
 */
export const rememberTold = (
	functions: TriggerFunctions,
	order: Order,
	how: { by: Teller; isNew: boolean },
): void => records.rememberTold(functions, asSeen(order), how);

/** Notes how an order looks after an own write, so that no sweep tells it after a restart. */
export const noteEcho = (functions: IWebhookFunctions, order: Order): void =>
	noteDelivered(functions, asSeen(order), false);

/** Whether an order was ever told in this state. */
export const wasTold = ({ states }: Told, state: string): boolean =>
	states.some((one) => one.state === state);

/** Whether an order was told in this state last. */
export const isToldLast = (told: Told, order: Order): boolean => records.isToldLast(told, asSeen(order));

/** Whether an order was told as it is by the sweep, and not by a delivery since. */
export const isToldBySweep = (told: Told, order: Order): boolean =>
	records.isToldBySweep(told, asSeen(order));
