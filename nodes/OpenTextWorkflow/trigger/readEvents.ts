import { fingerprint } from '../../shared/fingerprint';
import type { Given } from '../../shared/record/given';
import { collect } from '../../shared/paging';
import type { Reply } from '../../shared/send';
import { entriesOf, totalOf } from '../transport/envelope';
import { parseTime } from '../transport/replies';
import { sortedIfKnown } from '../transport/sorting';
import type { ListRequest, WorkflowClient } from '../transport/WorkflowClient';
import type { Found } from './Cursor';
import type { TriggerSettings } from './settings';

/** A window that does not fit into what the service gives out is halved at most this often. */
const HALVINGS = 24;

/** Records that a manual test looks at for one that really is such an event. */
const SAMPLE = 10;

/** Whether a bound includes its own time is not known (reference 7.4.3): windows overlap by this much, and ids decide. In ms. */
const TOUCH_MS = 1_000;

/** No case is as old as the year 2000: services write such times where they have none. */
const OLDEST = Date.UTC(2000);

/** A time so far ahead of the service's clock is no time of an event. */
const AHEAD_MS = 24 * 60 * 60_000;

/** One row of the event's list. It is recognised by its id, or by all of it when it has none. */
const foundIn =
	({ event }: TriggerSettings) =>
	(row: Given): Found => {
		const { id, time, ...told } = event.read(row);
		const at = parseTime(time);
		const key = id || `without id: ${fingerprint(row)}`;
		return { key, ...told, ...(at > OLDEST && { at }) };
	};

const oldestFirst = ({ at: one }: Found, { at: other }: Found): number =>
	(one ?? Number.MAX_SAFE_INTEGER) - (other ?? Number.MAX_SAFE_INTEGER);

/** The service's clock, from the answer's own header; ours if it has none. */
const serverTime = ({ headers }: Reply): number => {
	const time = Date.parse(String(headers.date));
	return Number.isNaN(time) ? Date.now() : time;
};

type Bounds = Readonly<Record<string, string>>;

const request = ({ event, filters }: TriggerSettings, bounds: Bounds): ListRequest => ({
	base: 'history',
	path: event.path,
	query: { ...event.query, ...filters, ...bounds },
	subject: event.subject,
	// One bad record must not stop the trigger for ever.
	lenient: true,
});

/**
 * Every record of the event's list since a time, oldest first. Those without a usable time come last: whether they are new, only memory can tell.
 *
 * @param since in ms since 1970
 * @returns the records, and the service's clock in ms since 1970
 * @throws NodeApiError when the service does not answer
 */
export async function readEvents(
	client: WorkflowClient,
	settings: TriggerSettings,
	since: number,
): Promise<{ events: Found[]; clock: number }> {
	let clock = 0;
	const watch = (reply: Reply) => (clock = Math.max(clock, serverTime(reply)));
	const rows = await readWindow(client, settings, watch, { since: since - TOUCH_MS, halvings: HALVINGS });
	const byKey = new Map(rows.map((found) => [found.key, found]));
	const events = [...byKey.values()].filter(({ at }) => at === undefined || at >= since).sort(oldestFirst);
	return { events, clock };
}

interface Window {
	/** Bounds, in ms since 1970. */
	since: number;
	until?: number;
	/** How often it may still be halved. */
	halvings: number;
}

/** Whether history lists honour paging is not known: when fewer came than there are, the window is halved until one fits (reference 7.4.4). */
async function readWindow(
	client: WorkflowClient,
	settings: TriggerSettings,
	watch: (reply: Reply) => number,
	{ since, until, halvings }: Window,
): Promise<Found[]> {
	const { event } = settings;
	let total: number | undefined;
	let received = 0;
	let clock = since;
	const see = (reply: Reply) => {
		total ??= totalOf(reply.body);
		received += entriesOf(reply.body).length;
		clock = Math.max(clock, watch(reply));
	};
	const bounds = {
		[event.after]: new Date(since).toISOString(),
		...(until !== undefined && { [event.before]: new Date(until).toISOString() }),
	};
	const rows = await sorted(client, settings, bounds, see);
	if (total === undefined || received >= total || !halvings) return rows;
	const times = rows.map(({ at = 0 }) => at).filter((time) => time < clock + AHEAD_MS);
	const newest = times.reduce((latest, time) => Math.max(latest, time), until ?? clock);
	const middle = Math.floor((since + newest) / 2);
	if (middle - TOUCH_MS <= since) return rows;
	const half = { halvings: halvings - 1 };
	return [
		...rows,
		...(await readWindow(client, settings, watch, { ...half, since, until: middle + TOUCH_MS })),
		...(await readWindow(client, settings, watch, { ...half, since: middle - TOUCH_MS, until })),
	];
}

async function sorted(
	client: WorkflowClient,
	settings: TriggerSettings,
	bounds: Bounds,
	see: (reply: Reply) => void,
	direction = 'asc',
	limit?: number,
): Promise<Found[]> {
	const rows = await sortedIfKnown(
		settings.event.sort,
		direction,
		async (extra) => await collect(client.pages(request(settings, { ...bounds, ...extra }), limit, see)),
	);
	return rows.map(foundIn(settings));
}

/** The service's clock and a late record of the event (its newest, when the service sorts), for the first poll and for manual tests. */
export async function newest(
	client: WorkflowClient,
	settings: TriggerSettings,
): Promise<{ now: number; found?: Found }> {
	let now = 0;
	const see = (reply: Reply) => (now = serverTime(reply));
	const rows = await sorted(client, settings, {}, see, 'desc', SAMPLE);
	const [found] = rows
		.filter(({ isOther }) => !isOther)
		.sort(({ at: one = 0 }, { at: other = 0 }) => other - one);
	return { now, found };
}
