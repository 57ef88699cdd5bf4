import type { IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { triggerKey } from '../../shared/deliveries';
import { RecentMemory } from '../../shared/recentMemory';
import type { Order } from '../records/order';
import { orderFingerprint } from '../records/orderFingerprint';
import { seenKey } from './seenOrders';

type TriggerFunctions = IPollFunctions | IWebhookFunctions;

/** BigCommerce repeats a delivery for up to 48 hours (reference 12.6). */
const DELIVERY_LIFE_MS = 48 * 3_600_000;

/** How many states of one order are remembered. */
const MOST_STATES = 8;

/** Who told: the webhook or the poll. */
export type Teller = 'delivery' | 'sweep';

/** What was told of one order. */
export interface Told {
	/** How it looked each time, the latest last, and who told it. */
	states: ReadonlyArray<{ state: string; by: Teller }>;
	/** Who told that it was placed. */
	asNewBy?: Teller;
}

/** What was told of each order, so that neither the sweep nor a delivery tells it again. Shared by the webhook and the poll of this process; n8n's static data is not (guide, section 8.3). */
const toldOrders = new RecentMemory<Told>(DELIVERY_LIFE_MS, 50_000);

const NOTHING: Told = { states: [] };

const orderKey = (functions: TriggerFunctions, order: Order) => `${triggerKey(functions)}:${seenKey(order)}`;

/** What was told of an order. */
export const toldOf = (functions: TriggerFunctions, order: Order): Told =>
	toldOrders.get(orderKey(functions, order)) ?? NOTHING;

/**
 * @param order with only its `id` where the rest is not known
 * @param how `isNew`: it was told as an order that was placed
 */
export function rememberTold(
	functions: TriggerFunctions,
	order: Order,
	{ by, isNew }: { by: Teller; isNew: boolean },
): void {
	const { states, asNewBy } = toldOf(functions, order);
	const state = orderFingerprint(order);
	const others = states.filter((one) => one.state !== state).slice(1 - MOST_STATES);
	toldOrders.set(orderKey(functions, order), {
		states: [...others, { state, by }],
		asNewBy: asNewBy ?? (isNew ? by : undefined),
	});
}

/** Whether an order was ever told in this state. */
export const wasTold = ({ states }: Told, state: string): boolean =>
	states.some((one) => one.state === state);

/** Whether an order was told in this state last. */
export const isToldLast = ({ states }: Told, order: Order): boolean =>
	states.at(-1)?.state === orderFingerprint(order);

/** Whether an order was told as it is by the sweep, and not by a delivery since. */
export const isToldBySweep = ({ states }: Told, order: Order): boolean =>
	states.at(-1)?.by === 'sweep' && states.at(-1)?.state === orderFingerprint(order);
