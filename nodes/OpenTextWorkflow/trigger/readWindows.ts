import type { Given } from '../../shared/record/given';
import { idOf, parseTime } from '../transport/replies';
import { entriesOf, totalOf } from '../transport/envelope';
import { sortedIfKnown } from '../transport/sorting';
import type { WorkflowClient } from '../transport/WorkflowClient';
import type { Found } from './Cursor';
import { foundIn, keyOf } from './found';
import { requestOf, serverTime } from './requests';
import type { TriggerSettings } from './settings';

/** Whether a bound includes its own time is not known (reference 7.4.3), nor how exactly it is kept: windows overlap by this much, and ids decide. In ms. */
export const TOUCH_MS = 1_000;

/** So near to each other bounds are taken to be kept to the millisecond, since nothing else can tell apart what happened within a second. */
const CLOSE_MS = 1;

/** A time so far ahead of the service's clock is no time of an event. */
const AHEAD_MS = 24 * 60 * 60_000;

/** A list that is longer is read in parts: what was read of it counts, even when the time is up before its end. */
const MOST_AT_ONCE = 1_000;

/** How long it is waited for what the service does not give out, in ms: then it is passed by. */
const WAIT_MS = 24 * 60 * 60_000;

/** What the reading of a list shares and finds out. Times in ms since 1970. */
export interface Windows {
	readonly client: WorkflowClient;
	readonly settings: TriggerSettings;
	/** By our clock. */
	readonly stopAt: number;
	/** The service's. */
	clock: number;
	/** Everything before it was read. */
	readTo: number;
	isCut: boolean;
	/** How many windows were read. */
	read: number;
	/** When what came happened, be it such an event or not, by what it is recognised; NaN where there is no usable time. */
	readonly shown: Map<string, number>;
}

interface Window {
	/** Bounds, in ms since 1970. */
	since: number;
	until?: number;
}

/**
 * Every row of the event's list in a window. Whether history lists honour paging is not known, nor in which order they give out what happened at the same time: when other rows came
 * than there are, the window is halved until one fits (reference 7.4.4). The older half comes first, so that time may run out in between.
 */
export async function readWindows(windows: Windows, window: Window): Promise<Found[]> {
	if (windows.read > 0 && Date.now() > windows.stopAt) {
		windows.readTo = Math.min(windows.readTo, window.since);
		return [];
	}
	const { rows, isWhole } = await readWindow(windows, window);
	if (isWhole) return rows;
	const { since, until } = window;
	const times = rows.map(({ at = 0 }) => at).filter((time) => time < windows.clock + AHEAD_MS);
	const end = times.reduce((latest, time) => Math.max(latest, time), until ?? windows.clock);
	const touch = end - since > 4 * TOUCH_MS ? TOUCH_MS : CLOSE_MS;
	const middle = Math.floor((since + end) / 2);
	if (middle - touch <= since) return [...rows, ...(await readInstants(windows, since, end))];
	return [
		...rows,
		...(await readWindows(windows, { since, until: middle + touch })),
		...(await readWindows(windows, { since: middle - touch, until })),
	];
}

/** The last resort: one millisecond by itself, from both ends. What stays hidden is waited for, since the list may show it another time. */
async function readInstants(windows: Windows, since: number, until: number): Promise<Found[]> {
	const found: Found[] = [];
	for (let at = since; at <= until; at += CLOSE_MS) {
		const [instant, first] = await readInstant(windows, at);
		const last = first.isWhole ? undefined : await readWindow(windows, instant, 'desc');
		found.push(...first.rows, ...(last?.rows ?? []));
		const times = [...first.times, ...(last?.times ?? [])];
		if (first.isWhole || countShown(windows, times) >= (first.total ?? 0)) continue;
		windows.isCut = true;
		if (windows.clock - at < WAIT_MS) windows.readTo = Math.min(windows.readTo, at);
	}
	return found;
}

/** Where bounds leave out their own time, a millisecond lies between its neighbours: so it is when something is known of it, and it comes empty. */
async function readInstant(windows: Windows, at: number): Promise<[Window, Part]> {
	const instant = { since: at, until: at };
	const part = await readWindow(windows, instant);
	const isLeftOut = part.times.length === 0 && [...windows.shown.values()].includes(at);
	if (!isLeftOut) return [instant, part];
	const between = { since: at - CLOSE_MS, until: at + CLOSE_MS };
	return [between, await readWindow(windows, between)];
}

/** How many rows of these times came, in whatever window: a wider one may have shown what a narrow one hides. */
function countShown({ shown }: Windows, times: readonly number[]): number {
	const dated = times.filter((time) => !Number.isNaN(time));
	const [first, last] = [Math.min(...dated), Math.max(...dated)];
	const isOfThem = (time: number) =>
		Number.isNaN(time) ? dated.length < times.length : time >= first && time <= last;
	return [...shown.values()].filter(isOfThem).length;
}

interface Part {
	rows: Found[];
	/** Of all that came, whether it is such an event or not; in ms since 1970, NaN where there is no usable time. */
	times: number[];
	/** How many there are, as the service says. */
	total?: number;
	/** All of them came. */
	isWhole: boolean;
}

/** One walk through the pages of a window. */
async function readWindow(windows: Windows, { since, until }: Window, direction = 'asc'): Promise<Part> {
	const { client, settings } = windows;
	const { happened: list } = settings.event;
	const request = requestOf(list, settings, {
		[list.after]: new Date(since).toISOString(),
		...(until !== undefined && { [list.before]: new Date(until).toISOString() }),
	});
	windows.read += 1;
	return await sortedIfKnown(list.sort, direction, async (extra) => {
		let total: number | undefined;
		let received = 0;
		const walk = client.pages({ ...request, query: { ...request.query, ...extra } }, undefined, (reply) => {
			total ??= totalOf(reply.body);
			received += entriesOf(reply.body).length;
			windows.clock = Math.max(windows.clock, serverTime(reply));
		});
		const walked: Given[] = [];
		const ids: Array<string | undefined> = [];
		for await (const rows of walk) {
			walked.push(...rows);
			ids.push(...rows.map((row) => idOf(row)));
			if (total !== undefined && total > MOST_AT_ONCE && canHalve({ since, until })) break;
		}
		const rows = walked.map((row) => foundIn(settings, list, windows.clock, row));
		const isWhole = total === undefined || received - repeatsIn(ids) >= total;
		const times = walked.map((row) => parseTime(Reflect.get(row, list.sort)));
		for (const [at, row] of walked.entries()) windows.shown.set(keyOf(row), times[at]);
		return { rows: rows.filter((row) => row !== undefined), times, total, isWhole };
	});
}

const canHalve = ({ since, until = Infinity }: Window): boolean => until - since > 4 * CLOSE_MS;

/** How many rows came twice, while others did not come: so it is where a list has no firm order. */
function repeatsIn(ids: ReadonlyArray<string | undefined>): number {
	const known = ids.filter((id) => id !== undefined);
	return known.length - new Set(known).size;
}
