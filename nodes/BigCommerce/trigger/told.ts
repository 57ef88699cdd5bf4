import type { IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { triggerKey } from '../../shared/deliveries';
import { RecentMemory } from '../../shared/recentMemory';
import { noteDelivered } from './kept';

type TriggerFunctions = IPollFunctions | IWebhookFunctions;

/** BigCommerce repeats a delivery for up to 48 hours (reference 12.6). */
const DELIVERY_LIFE_MS = 48 * 3_600_000;

/** How many states of one record are remembered. */
const MOST_STATES = 8;

/** Who told: the webhook or the poll. */
export type Teller = 'delivery' | 'sweep';

/** What was told of one record. */
export interface Told {
	/** How it looked each time, the latest last, and who told it. */
	states: ReadonlyArray<{ state: string; by: Teller }>;
	/** Its status as it was seen last, where it has one. */
	status?: string;
	/** Who told that it is new. */
	asNewBy?: Teller;
}

/** A record as it is now. */
export interface Seen {
	/** What tells it from every other record of the store. */
	key: string;
	/** What tells two states of it apart; left out where only its key is known. */
	state?: string;
	/** Its status, where its kind has one. */
	status?: string;
}

/** What was told of each record, so that neither the sweep nor a delivery tells it again. Shared by the webhook and the poll of this process; n8n's static data is not (guide, section 8.3). */
const toldRecords = new RecentMemory<Told>(DELIVERY_LIFE_MS, 50_000);

const NOTHING: Told = { states: [] };

const keyOf = (functions: TriggerFunctions, key: string) => `${triggerKey(functions)}:${key}`;

/** What was told of a record. */
export const toldOf = (functions: TriggerFunctions, { key }: Pick<Seen, 'key'>): Told =>
	toldRecords.get(keyOf(functions, key)) ?? NOTHING;

/** @param how `isNew`: it was told as one that was made */
export function rememberTold(
	functions: TriggerFunctions,
	{ key, state, status }: Seen,
	{ by, isNew }: { by: Teller; isNew: boolean },
): void {
	const { states, asNewBy, status: was } = toldOf(functions, { key });
	if (by === 'delivery') noteDelivered(functions, { key, state, status }, isNew);
	const others = states.filter((one) => one.state !== state).slice(1 - MOST_STATES);
	toldRecords.set(keyOf(functions, key), {
		states: state === undefined ? states : [...others, { state, by }],
		asNewBy: asNewBy ?? (isNew ? by : undefined),
		status: status ?? was,
	});
}

/** Notes the status of a record that was seen, whether it was told or not. */
export const rememberStatus = (functions: TriggerFunctions, key: string, status: string): void =>
	toldRecords.set(keyOf(functions, key), { ...toldOf(functions, { key }), status });

/** Whether a record was told in this state last. */
export const isToldLast = ({ states }: Told, { state }: Pick<Seen, 'state'>): boolean =>
	state !== undefined && states.at(-1)?.state === state;

/** Whether a record was told as it is by the sweep, and not by a delivery since. */
export const isToldBySweep = (told: Told, seen: Pick<Seen, 'state'>): boolean =>
	isToldLast(told, seen) && told.states.at(-1)?.by === 'sweep';
