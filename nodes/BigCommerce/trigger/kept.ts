import cloneDeep from 'lodash/cloneDeep';
import omit from 'lodash/omit';
import type { IDataObject, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { triggerKey } from '../../shared/deliveries';
import { isRecord } from '../../shared/isRecord';
import { RecentMemory } from '../../shared/recentMemory';
import type { Seen } from './told';

type TriggerFunctions = IPollFunctions | IWebhookFunctions;

/** What a delivery told. */
interface Entry extends Seen {
	isNew: boolean;
	/** ms since 1970. */
	at: number;
}

/** What the last poll left in the static data, and when. */
interface Left {
	at: number;
	data: Readonly<Record<string, unknown>>;
}

const DAY_MS = 24 * 3_600_000;

/** How long after its delivery a record may show in a list for the first time, or be read again because of the overlap. */
const KEPT_MS = 15 * 60_000;

/** How many are kept: they are written again with each delivery. */
const MOST = 500;

/** After so many deliveries the next poll sweeps, whatever the time: then the watermark stands for them. */
const MANY = 200;

/** What deliveries told lately; and what polls left. Each by trigger, in this process, in which n8n both polls and takes deliveries. */
const journals = new RecentMemory<readonly Entry[]>(2 * DAY_MS);
const lefts = new RecentMemory<Left>(30 * DAY_MS);

/** Triggers of which this process has taken up what was told before it began. */
const takenUp = new RecentMemory(30 * DAY_MS);

/** What deliveries alone write: what a poll has of it is older. */
const OF_DELIVERIES = ['replaced'];

/** Notes what a delivery told; several of one record as it is are one, the latest of all. */
export function noteDelivered(
	functions: TriggerFunctions,
	{ key, state, status }: Seen,
	isNew: boolean,
): void {
	const trigger = triggerKey(functions);
	const all = journals.get(trigger) ?? [];
	const isSame = (one: Entry) => one.key === key && one.state === state;
	const entry: Entry = {
		key,
		isNew: isNew || all.some((one) => isSame(one) && one.isNew),
		at: Date.now(),
		...(state !== undefined && { state }),
		...(status !== undefined && { status }),
	};
	journals.set(trigger, [...all.filter((one) => !isSame(one)), entry].slice(-MOST));
}

/**
 * Keeps what deliveries told over a restart. n8n saves the static data after a delivery, but after a poll only where it told something: so the delivery writes what the last poll
 * left, which is newer than the copy that n8n gave it (guide, section 8.3), and what was told since. Where this process does not poll it writes nothing.
 */
export function keepDelivered(functions: IWebhookFunctions): void {
	const left = lefts.get(triggerKey(functions));
	if (!left) return;
	const delivered = journals.get(triggerKey(functions)) ?? [];
	Object.assign(functions.getWorkflowStaticData('node'), cloneDeep(omit(left.data, OF_DELIVERIES)), {
		delivered: cloneDeep(delivered),
	});
}

/** What is taken up of an entry. */
type Taken = Omit<Entry, 'at'>;

const isEntry = (value: unknown): value is Taken =>
	isRecord(value) &&
	typeof value.key === 'string' &&
	(value.state === undefined || typeof value.state === 'string') &&
	(value.status === undefined || typeof value.status === 'string') &&
	typeof value.isNew === 'boolean';

/**
 * What deliveries told before this process began, at its first poll of a trigger; later nothing. What they told since then comes after it once more, so that it stays the later one.
 */
export function deliveredBefore(functions: IPollFunctions): Taken[] {
	const trigger = triggerKey(functions);
	const isFirst = !takenUp.has(trigger);
	takenUp.set(trigger, true);
	if (!isFirst) return [];
	const { delivered }: { delivered?: unknown } = functions.getWorkflowStaticData('node');
	const before = Array.isArray(delivered) ? delivered.filter(isEntry) : [];
	return before.length ? [...before, ...(journals.get(trigger) ?? [])] : [];
}

/**
 * Notes what a poll leaves in the static data, for the deliveries to keep.
 *
 * @param sweptFrom when a sweep began that read everything, in ms since 1970: what was told long before stands in its watermark
 */
export function leave(functions: IPollFunctions, sweptFrom?: number): void {
	const trigger = triggerKey(functions);
	const kept: IDataObject = functions.getWorkflowStaticData('node');
	const entries = journals.get(trigger) ?? [];
	const recent = entries.filter(({ at }) => sweptFrom === undefined || at >= sweptFrom - KEPT_MS);
	journals.set(trigger, recent);
	if (recent.length) kept.delivered = cloneDeep([...recent]);
	else delete kept.delivered;
	const at = sweptFrom ?? lefts.get(trigger)?.at ?? 0;
	lefts.set(trigger, { at, data: cloneDeep({ ...kept }) });
}

/** Whether deliveries told so much since the last sweep that it could not be kept much longer. */
export function isMuchDelivered(functions: IPollFunctions): boolean {
	const since = lefts.get(triggerKey(functions))?.at ?? 0;
	return (journals.get(triggerKey(functions)) ?? []).filter(({ at }) => at > since).length >= MANY;
}
