import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { pollBudgetMs } from '../../shared/pollBudget';
import { readOrSay } from '../../shared/unread';
import { SignatureClient } from '../transport/SignatureClient';
import { eventsSince, newestEvents } from '../transport/eventLog';
import { toItem } from './item';
import { noteLogged, tellOnce } from '../callbacks/news';
import type { ServiceEvent } from '../transport/serviceEvent';
import { readSettings, type TriggerSettings } from './settings';

/** Kept in n8n's static data, written by the poll alone (guide, section 8.3). Times in ms since 1970. */
interface Cursor {
	/** Time of the newest event that was handled. */
	last?: number;
	/** Ids of the events that the next sweep will read again because of the overlap, with their times. */
	seen?: Record<string, number>;
}

/** A part of n8n's time for one poll, so that what was begun can be ended. */
const SHARE = 0.75;

/**
 * Reads the event log since the last time, for events whose callback never arrived.
 *
 * @returns the events that this trigger has not told yet, oldest first; null when there are none
 * @throws NodeApiError when the log cannot be read, or the sign-in is refused; the cursor stands before what was not handled, so nothing is skipped
 */
export async function sweep(functions: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const stopAt = Date.now() + SHARE * pollBudgetMs(functions);
	const settings = readSettings(functions);
	const client = new SignatureClient(functions);
	if (functions.getMode() === 'manual') return await sample(client, settings);
	if (!settings.sweep) return null;
	const cursor: Cursor = functions.getWorkflowStaticData('node');
	const last = usable(cursor.last);
	if (last === undefined && !settings.lookBackMs) {
		await begin(client, settings, cursor, stopAt);
		return null;
	}
	const from = last ?? Date.now() - settings.lookBackMs;
	const since = last === undefined ? from : from - settings.overlapMs;
	const events = await eventsSince(client, { since, stopAt });
	const run = new Run(functions, client, settings, cursor, from);
	for (const event of events) {
		if (run.isDone(stopAt)) break;
		await run.handle(event);
	}
	keep(cursor, settings, run.last, run.seen);
	if (run.items.length) return [run.items];
	return run.failure ? await Promise.reject(run.failure.error) : null;
}

/** A cursor that is no time, or lies ahead of us, would hide everything that comes. */
const usable = (last: unknown): number | undefined =>
	typeof last === 'number' && Number.isFinite(last) ? Math.min(last, Date.now()) : undefined;

/** One sweep over a list of events, oldest first. */
class Run {
	readonly items: INodeExecutionData[] = [];

	readonly seen: Record<string, number> = {};

	/** What stopped it; the rest is left to the next poll. */
	failure?: { error: unknown };

	private handled = 0;

	constructor(
		private readonly functions: IPollFunctions,
		private readonly client: SignatureClient,
		private readonly settings: TriggerSettings,
		private readonly cursor: Cursor,
		/** How far everything was handled, in ms since 1970. */
		public last: number,
	) {}

	/** However short the time, one event is handled, or a backlog would never end. */
	isDone(stopAt: number): boolean {
		return this.failure !== undefined || (this.handled > 0 && Date.now() > stopAt);
	}

	/** Tells an event if it is news. What was told is given out even when the service stops answering at a later one, since it will not be told again. */
	async handle(event: ServiceEvent): Promise<void> {
		const wasSeen = Object.hasOwn(this.cursor.seen ?? {}, event.id);
		if (this.settings.eventTypes.includes(event.type) && !wasSeen) {
			try {
				const item = await this.item(event);
				if (item) this.items.push({ json: item });
			} catch (error) {
				this.failure = { error };
				return;
			}
			this.handled += 1;
			this.seen[event.id] = event.at;
		}
		// Without a time of its own its place moves, so that it is kept in mind for as long as it can be read again; nor does it tell how far the log was read.
		if (!event.isTimed && (wasSeen || this.seen[event.id] !== undefined)) this.seen[event.id] = Date.now();
		// One that seems to come from the future must not hide what happens until then.
		if (event.isTimed) this.last = Math.max(this.last, Math.min(event.at, Date.now()));
	}

	private async item(event: ServiceEvent): Promise<IDataObject | undefined> {
		const make = async () => await toItem(this.client, this.settings, event, 'sweep', readOrSay);
		noteLogged(this.functions, event);
		return await tellOnce(this.functions, event.id, make);
	}
}

/** Begins at the newest event there is, by the service's own clock; with an empty log, at the beginning. What is there already is not told. */
async function begin(
	client: SignatureClient,
	settings: TriggerSettings,
	cursor: Cursor,
	stopAt: number,
): Promise<void> {
	let newest: ServiceEvent | undefined;
	for await (const event of newestEvents(client)) {
		newest = event;
		if (event.isTimed) break;
	}
	const last = newest?.isTimed ? Math.min(newest.at, Date.now()) : 0;
	const present = newest ? await eventsSince(client, { since: last - settings.overlapMs, stopAt }) : [];
	const times = present.filter(({ isTimed }) => isTimed).map(({ at }) => Math.min(at, Date.now()));
	keep(cursor, settings, Math.max(last, ...times), timesOf(present));
}

const timesOf = (events: ServiceEvent[]): Record<string, number> =>
	Object.fromEntries(events.map(({ id, at }) => [id, at]));

/** Without a pause in between, since polls may overlap: the other one may have come further meanwhile. */
function keep(
	cursor: Cursor,
	{ overlapMs }: TriggerSettings,
	last: number,
	seen: Record<string, number>,
): void {
	const furthest = Math.max(usable(cursor.last) ?? 0, last);
	cursor.last = furthest;
	cursor.seen = Object.fromEntries(
		Object.entries({ ...cursor.seen, ...seen }).filter(([, at]) => at >= furthest - overlapMs),
	);
}

/** A real, recent event of a chosen type, so that the fields can be mapped; moves nothing. */
async function sample(
	client: SignatureClient,
	settings: TriggerSettings,
): Promise<INodeExecutionData[][] | null> {
	for await (const event of newestEvents(client)) {
		if (!settings.eventTypes.includes(event.type)) continue;
		const item = await toItem(client, settings, event, 'sweep', readOrSay);
		if (item) return [[{ json: item }]];
	}
	return null;
}
