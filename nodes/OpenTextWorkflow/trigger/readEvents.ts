import { collect } from '../../shared/paging';
import { sortedIfKnown } from '../transport/sorting';
import type { WorkflowClient } from '../transport/WorkflowClient';
import type { Found } from './Cursor';
import { foundIn } from './found';
import { readOpen } from './readOpen';
import { readWindows, TOUCH_MS, type Windows } from './readWindows';
import { requestOf, serverTime } from './requests';
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
	/** How many open tasks were read, when time ran out before the end of their list. */
	nextOpen?: number;
}

/**
 * Every event since a time, and how the open tasks stand where that is the event.
 *
 * @param since in ms since 1970
 * @param stopAt when no more is to be read, by our clock
 * @param openFrom how many open tasks the looks before have read
 * @throws NodeApiError when the service does not answer
 */
export async function readEvents(
	client: WorkflowClient,
	settings: TriggerSettings,
	since: number,
	stopAt = Number.POSITIVE_INFINITY,
	openFrom = 0,
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
	const { found, next } = await readOpen(client, settings, { from: openFrom, stopAt });
	const open = found.filter(({ key }) => !ended.has(key));
	return {
		events: [...happened, ...open].sort(oldestFirst),
		// Never before the overlap that was read again: the next look would begin earlier than this one, and the memory of what was told does not reach there.
		limit: Math.min(windows.clock, Math.max(windows.readTo, since + settings.overlapMs)),
		isCut: windows.isCut,
		nextOpen: next,
	};
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
	const open = await readOpen(client, settings, { direction: 'desc', limit: SAMPLE });
	const [found] = [...open.found, ...ended]
		.filter((row) => row !== undefined)
		.filter(({ isOther }) => !isOther)
		.sort(({ at: one = 0 }, { at: other = 0 }) => other - one);
	return { now, found };
}
