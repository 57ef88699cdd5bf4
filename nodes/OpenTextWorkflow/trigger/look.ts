import type { IDataObject } from 'n8n-workflow';
import type { WorkflowClient } from '../transport/WorkflowClient';
import { Cursor, type Found } from './Cursor';
import type { Subject } from './events';
import type { Kept } from './kept';
import { CLOCKS_APART_MS, newest, readEvents } from './readEvents';
import type { TriggerSettings } from './settings';

/** What a look needs. */
export interface Looking {
	client: WorkflowClient;
	settings: TriggerSettings;
	/** n8n's static data. */
	kept: Kept;
	/** When reading ends, and when telling does, by our clock; in ms since 1970. */
	readUntil: number;
	stopAt: number;
	/** What the workflow gets for one event. */
	item(subject: Subject): Promise<IDataObject>;
	/** A task stands in a way that the filters do not want. @param since when reading began, in ms since 1970 */
	onOther?(found: Found, since: number): void;
	/** Whether another way told it already, and that this one tells it now. */
	isToldElsewhere?(found: Found): boolean;
	/** More happened at one moment than the service gives out. */
	onCut?(): void;
}

/** Memory that does not name its event was written when there were only these. */
const FORMER: ReadonlySet<string> = new Set(['caseEnded', 'taskCompleted', 'taskCreated']);

/** What the memory is about. How tasks stand is known only of those that the filters let come: with other filters, all that were there before would be news. */
function aboutOf({ event, eventName, modelKey, step, assignee }: TriggerSettings): string {
	if (!event.standing) return eventName;
	return [eventName, modelKey, ...(event.knowsAll ? [] : [step, assignee.toLowerCase()])].join('\n');
}

/** @param kept n8n's static data; it is written into */
export const cursorOf = (settings: TriggerSettings, kept: Kept): Cursor =>
	new Cursor(kept, settings.overlapMs, aboutOf(settings), !FORMER.has(settings.eventName));

/**
 * Looks for what happened since the last look. The cursor moves only by times that the service returned, and each look goes back a little, because the history may show a record
 * late (reference 7.4).
 *
 * @returns what is new, oldest first
 * @throws NodeApiError when the service does not answer; the cursor stays
 */
export async function look(looking: Looking): Promise<IDataObject[]> {
	const { client, settings, kept, stopAt } = looking;
	const cursor = cursorOf(settings, kept);
	let { start } = cursor;
	if (start === undefined) {
		start = await begin(looking, cursor);
		if (!settings.lookBackMs) return [];
	}
	const { readUntil } = looking;
	const since = Date.now();
	const { events, limit, isCut, nextOpen } = await readEvents(
		client,
		settings,
		cursor.since(start),
		readUntil,
		cursor.openFrom,
	);
	if (isCut) looking.onCut?.();
	const seen: Found[] = [];
	const made = new Map<Found, IDataObject>();
	for (const found of events) {
		// The rest of a large backlog is left to the next poll: records come in order, so the cursor is true.
		if (Date.now() > stopAt) break;
		seen.push(found);
		if (found.isOther) looking.onOther?.(found, since);
		if (found.isOther || cursor.isTold(found)) continue;
		made.set(found, await looking.item(found.of));
	}
	// Without a pause in between, since polls may overlap: the other one may have told the same meanwhile.
	const news = [...made].filter(([found]) => !cursor.isTold(found));
	cursor.note(
		seen,
		news.map(([found]) => found),
		limit,
		// What was read and not seen is read again.
		seen.length === events.length ? { next: nextOpen } : undefined,
	);
	return news.filter(([found]) => !looking.isToldElsewhere?.(found)).map(([, json]) => json);
}

/**
 * Begins. What the service shows already is old. Its clocks may differ a little, so that what it shows later counts from a moment earlier on.
 *
 * @returns from when on events are told, in ms since 1970
 */
async function begin({ client, settings, readUntil }: Looking, cursor: Cursor): Promise<number> {
	const { now } = await newest(client, settings);
	const { lookBackMs } = settings;
	const start = now - (lookBackMs || CLOCKS_APART_MS);
	// Of what is looked back at, only how tasks stand is old.
	if (lookBackMs && !settings.event.standing) return (cursor.start = start);
	const { events, limit, nextOpen } = await readEvents(client, settings, start, readUntil);
	const isOld = ({ at, isOpen }: Found) => !lookBackMs || (isOpen === true && (at ?? 0) < start);
	const old = events.filter(isOld);
	cursor.note(
		old,
		old.filter(({ isOther }) => !isOther),
		Math.min(limit, start),
		{ next: nextOpen, isFirst: true },
	);
	cursor.start = start;
	return start;
}
