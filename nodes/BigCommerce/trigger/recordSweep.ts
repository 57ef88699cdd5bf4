import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { INFERRED } from '../transport/inferred';
import { changesIn } from './changes';
import { isWanted } from './filters';
import { isUsableTime, latest, modifiedAt } from './orderTimes';
import { publishedFrom } from './publishing';
import type { TriggerSettings } from './settings';
import { NEVER, type Sweeping } from './sweeping';
import {
	eventOf,
	isMaking,
	keyOf,
	recordIn,
	seenAs,
	type SweptKind,
	type SweptRecord,
	type SweptSource,
} from './sweptKind';
import { keptStatuses, statusesIn, statusOf } from './sweptStatus';
import { isToldLast, rememberStatus, rememberTold, toldOf } from './told';

/** How much of the time is left for reading each record that changed, where its list does not show it whole. */
const WHOLE_SHARE = 0.75;

/** After so many polls that one record stopped it is told as its list shows it, or nothing behind it would ever be told; as for deliveries. */
const MOST_STOPS = 6;

/** Kept in n8n's static data for each kind, written by the poll alone (guide, section 8.3). What is spoilt there is made anew. */
interface Watermark {
	/** Newest `date_modified` that was seen, in ms since 1970. */
	at?: unknown;
	/** How the records looked that the next sweep will read again, by their keys. */
	seen?: unknown;
	/** The status of each record as it was seen last, by their keys. */
	statuses?: unknown;
	/** The record that could not be read by the last polls, and by how many. */
	stopped?: unknown;
}

/** Where a sweep begins, and what it knows. Times in ms since 1970. */
interface Start {
	from: number;
	since: number;
	/** Of what was there already only what changed since then is told. */
	tellsFrom: number;
	seen: Readonly<Record<string, unknown>>;
	statuses: Map<string, string>;
	stopped: { key?: string; times: number };
}

const stoppedIn = (kept: unknown): Start['stopped'] =>
	isRecord(kept) && typeof kept.key === 'string' && typeof kept.times === 'number'
		? { key: kept.key, times: kept.times }
		: { times: 0 };

/** The first sweep begins at this moment: an answer with the newest change would be a second call, and the overlap makes good for clocks that differ. */
function startOf(
	{ at, seen, statuses, stopped }: Watermark,
	settings: TriggerSettings,
	published = NEVER,
): Start {
	const { overlapMs, lookBackMs } = settings;
	const begun = isUsableTime(at);
	const from = begun ? at : Date.now() - INFERRED.clockBehindMs - lookBackMs;
	const tellsFrom = begun || lookBackMs > 0 ? 0 : published;
	const since = Math.max(Math.min(from - overlapMs, tellsFrom || from), 0);
	return {
		from,
		since,
		tellsFrom,
		seen: isRecord(seen) ? seen : {},
		statuses: statusesIn(statuses),
		stopped: stoppedIn(stopped),
	};
}

const watermarkOf = ({ functions }: Sweeping, { name }: SweptKind): Watermark => {
	const kept = functions.getWorkflowStaticData('node');
	const records: IDataObject = isRecord(kept.records) ? kept.records : {};
	kept.records = records;
	const known = records[name];
	const watermark: IDataObject = isRecord(known) ? known : {};
	records[name] = watermark;
	return watermark;
};

/** What a record is told as, and how it is read for it; or why it cannot be read just now. */
type News = { event: string; record: SweptRecord; unread?: string } | { stopped: Error };

/**
 * Reads the records of one kind that changed since the last time, for events that were never delivered. Where nothing changed it is one call.
 *
 * @returns the records that this trigger has not told yet, oldest change first
 * @throws NodeApiError when BigCommerce does not answer; the watermark stays, so nothing is skipped
 */
export async function sweepRecords(sweeping: Sweeping, source: SweptSource): Promise<INodeExecutionData[]> {
	const { functions, client, settings, budget } = sweeping;
	const { kind, list } = source;
	const stopAt = Date.now() + budget;
	const watermark = watermarkOf(sweeping, kind);
	const start = startOf(watermark, settings, publishedFrom(functions));
	const changes = await changesIn(list, start.since, stopAt - (source.whole ? budget * WHOLE_SHARE : 0));
	const { hash: storeHash } = await client.store();
	const items: INodeExecutionData[] = [];
	const read: SweptRecord[] = [];
	delete watermark.stopped;
	for (const row of changes) {
		// Those that are left are told by the next poll, as in a list that is too long.
		if (source.whole && read.length && Date.now() > stopAt) break;
		const news = await newsOf(sweeping, source, start, row);
		if (news && 'stopped' in news) {
			watermark.stopped = { key: keyOf(kind, row.id), times: stopsOf(start, keyOf(kind, row.id)) + 1 };
			if (!items.length) return await Promise.reject(news.stopped);
			break;
		}
		read.push(row);
		noteStatus(sweeping, source, start, news?.record ?? row);
		if (!news) continue;
		const { event, record } = news;
		rememberTold(functions, seenAs(kind, record), { by: 'sweep', isNew: isMaking(event) });
		items.push({ json: toItem(kind, { ...news, at: modifiedAt(row) }, storeHash) });
	}
	const newest = latest(read, start.from);
	const nextTime = read.filter((row) => (modifiedAt(row) ?? newest) >= newest - settings.overlapMs);
	watermark.at = newest;
	watermark.seen = Object.fromEntries(
		nextTime.map((row) => seenAs(kind, row)).map(({ key, state }) => [key, state]),
	);
	if (kind.status !== undefined) watermark.statuses = keptStatuses(start.statuses);
	return items;
}

/** How many polls in a row a record stopped. */
const stopsOf = ({ stopped: { key, times } }: Start, stopping: string): number =>
	key === stopping ? times : 0;

/** Notes the status of a record that was looked at: by it the next sweep knows whether it changed. */
function noteStatus(
	{ functions }: Sweeping,
	{ kind }: SweptSource,
	{ statuses }: Start,
	row: SweptRecord,
): void {
	const key = keyOf(kind, row.id);
	const status = statusOf(kind, row);
	if (status === undefined) return;
	rememberStatus(functions, key, status);
	statuses.delete(key);
	statuses.set(key, status);
}

/** What a record is told as; undefined when it was told, when it is not wanted, or when it is no news. */
async function newsOf(
	{ functions, settings }: Sweeping,
	{ kind, whole }: SweptSource,
	start: Start,
	row: SweptRecord,
): Promise<News | undefined> {
	const { since, tellsFrom, seen, statuses } = start;
	const now = seenAs(kind, row);
	const told = toldOf(functions, now);
	const from = Math.max(since, tellsFrom);
	if ((modifiedAt(row) ?? since) < from) return undefined;
	const madeAt = modifiedAt({ date_modified: row.date_created }) ?? 0;
	const isNew = told.asNewBy === undefined && seen[now.key] === undefined && madeAt >= from;
	const wasSeen = told.states.length > 0 || seen[now.key] !== undefined;
	const how = { isNew, wasSeen, was: told.status ?? statuses.get(now.key) };
	const listed = eventOf(kind, row, settings.scopes, how);
	if (listed === undefined || (!isMaking(listed) && seen[now.key] === now.state)) return undefined;
	const reading = settings.fullRecord && whole ? await whole(row) : { record: row.given };
	if ('gone' in reading) return undefined;
	if ('refused' in reading && reading.passing && stopsOf(start, now.key) < MOST_STOPS)
		return { stopped: reading.refused };
	const record = 'record' in reading ? recordIn(kind, reading.record) : row;
	// It may have changed once more since the list was read.
	const event = eventOf(kind, { ...row, given: record.given }, settings.scopes, how) ?? listed;
	const news = { event, ...('record' in reading ? {} : { unread: reading.refused.message }) };
	const isKnown = !isMaking(event) && isToldLast(told, seenAs(kind, record));
	const isTold = isKnown || !isWanted({ scope: event, data: {} }, settings.filters, { record: record.given });
	return isTold ? undefined : { ...news, record };
}

function toItem(
	{ name, data = ({ id }) => ({ type: name, id }) }: SweptKind,
	{ event, record, at, unread }: { event: string; record: SweptRecord; at?: number; unread?: string },
	storeHash: string,
): IDataObject {
	return {
		source: 'sweep',
		event,
		...(at !== undefined && { occurredAt: new Date(at).toISOString() }),
		storeHash,
		data: data(record),
		[name]: record.given,
		...(unread !== undefined && { unread }),
	};
}
