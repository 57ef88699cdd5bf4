import { collect } from '../../shared/paging';
import { sortedIfKnown } from '../transport/sorting';
import type { WorkflowClient } from '../transport/WorkflowClient';
import type { Found } from './Cursor';
import { foundIn } from './found';
import { readWindows, TOUCH_MS, type Windows } from './readWindows';
import { requestOf, serverTime, soon } from './requests';
import type { TriggerSettings } from './settings';

/** Records that a manual test looks at for one that really is such an event. */
const SAMPLE = 10;

/** Clocks of one service differ by no more than this, in ms: its gateway tells the time, its engine notes it. */
export const CLOCKS_APART_MS = 60_000;

const oldestFirst = ({ at: one }: Found, { at: other }: Found): number =>
	(one ?? Number.MAX_SAFE_INTEGER) - (other ?? Number.MAX_SAFE_INTEGER);

/** What was found, and how far everything was read. */
export interface ReadEvents {
	/** Oldest first. Those without a usable time come last: whether they are new, only memory can tell. */
	events: Found[];
	/** The service's clock, or how far the list was read if that is less; in ms since 1970. */
	limit: number;
	/** More happened at one moment than the service gives out. */
	isCut: boolean;
}

/**
 * Every event since a time, and how the open tasks stand where that is the event.
 *
 * @param since in ms since 1970
 * @param stopAt when no more is to be read, by our clock
 * @throws NodeApiError when the service does not answer
 */
export async function readEvents(
	client: WorkflowClient,
	settings: TriggerSettings,
	since: number,
	stopAt = Number.POSITIVE_INFINITY,
): Promise<ReadEvents> {
	const windows: Windows = {
		client,
		settings,
		stopAt,
		clock: 0,
		readTo: Infinity,
		isCut: false,
		read: 0,
		shown: new Map(),
	};
	const rows = await readWindows(windows, { since: since - TOUCH_MS });
	const ended = new Map(rows.map((found) => [found.key, found]));
	const happened = [...ended.values()].filter(({ at }) => at === undefined || at >= since);
	// After the history: what has ended by then is not open afterwards.
	const open = (await readOpen(client, settings)).filter(({ key }) => !ended.has(key));
	return {
		events: [...happened, ...open].sort(oldestFirst),
		// Never before the overlap that was read again: the next look would begin earlier than this one, and the memory of what was told does not reach there.
		limit: Math.min(windows.clock, Math.max(windows.readTo, since + settings.overlapMs)),
		isCut: windows.isCut,
	};
}

/** How the open tasks stand, where that is the event. @param limit how many at most */
async function readOpen(
	client: WorkflowClient,
	settings: TriggerSettings,
	direction = 'asc',
	limit?: number,
): Promise<Found[]> {
	const { standing } = settings.event;
	if (!standing) return [];
	let clock = 0;
	const request = requestOf(standing, settings, standing.bounds(soon()));
	const rows = await sortedIfKnown(standing.sort, direction, async (extra) =>
		collect(
			client.pages(
				{ ...request, query: { ...request.query, ...extra } },
				limit,
				(reply) => (clock = Math.max(clock, serverTime(reply))),
			),
		),
	);
	const found = rows.map((row) => foundIn(settings, standing, clock, row)).filter((row) => row !== undefined);
	return [...new Map(found.map((row) => [row.key, { ...row, isOpen: true }])).values()];
}

/** The service's clock and a late record of the event (its newest, when the service sorts), for the first poll and for manual tests. */
export async function newest(
	client: WorkflowClient,
	settings: TriggerSettings,
): Promise<{ now: number; found?: Found }> {
	const { happened } = settings.event;
	let now = 0;
	const request = requestOf(happened, settings, {});
	const rows = await sortedIfKnown(happened.sort, 'desc', async (extra) =>
		collect(
			client.pages(
				{ ...request, query: { ...request.query, ...extra } },
				SAMPLE,
				(reply) => (now = serverTime(reply)),
			),
		),
	);
	const ended = rows.map((row) => foundIn(settings, happened, now, row));
	const [found] = [...(await readOpen(client, settings, 'desc', SAMPLE)), ...ended]
		.filter((row) => row !== undefined)
		.filter(({ isOther }) => !isOther)
		.sort(({ at: one = 0 }, { at: other = 0 }) => other - one);
	return { now, found };
}
