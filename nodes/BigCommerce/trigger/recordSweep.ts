import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { INFERRED } from '../transport/inferred';
import { changesIn } from './changes';
import { isWanted } from './filters';
import { isUsableTime, latest, modifiedAt } from './orderTimes';
import { publishedFrom } from './publishing';
import type { TriggerSettings } from './settings';
import { NEVER, type Sweeping } from './sweeping';
import { eventOf, isMaking, listOf, seenAs, type SweptKind, type SweptRecord } from './sweptRecords';
import { isToldLast, rememberTold, toldOf } from './told';

/** Kept in n8n's static data for each kind, written by the poll alone (guide, section 8.3). What is spoilt there is made anew. */
interface Watermark {
	/** Newest `date_modified` that was seen, in ms since 1970. */
	at?: unknown;
	/** How the records looked that the next sweep will read again, by their keys. */
	seen?: unknown;
}

/** Where a sweep begins, and what it knows. Times in ms since 1970. */
interface Start {
	from: number;
	since: number;
	/** Of what was there already only what changed since then is told. */
	tellsFrom: number;
	seen: Readonly<Record<string, unknown>>;
}

/** The first sweep begins at this moment: an answer with the newest change would be a second call, and the overlap makes good for clocks that differ. */
function startOf({ at, seen }: Watermark, settings: TriggerSettings, published = NEVER): Start {
	const { overlapMs, lookBackMs } = settings;
	const begun = isUsableTime(at);
	const from = begun ? at : Date.now() - INFERRED.clockBehindMs - lookBackMs;
	const tellsFrom = begun || lookBackMs > 0 ? 0 : published;
	const since = Math.max(Math.min(from - overlapMs, tellsFrom || from), 0);
	return { from, since, tellsFrom, seen: isRecord(seen) ? seen : {} };
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

/**
 * Reads the records of one kind that changed since the last time, for events that were never delivered. Where nothing changed it is one call.
 *
 * @returns the records that this trigger has not told yet, oldest change first
 * @throws NodeApiError when BigCommerce does not answer; the watermark stays, so nothing is skipped
 */
export async function sweepRecords(sweeping: Sweeping, kind: SweptKind): Promise<INodeExecutionData[]> {
	const { functions, client, settings, budget } = sweeping;
	const watermark = watermarkOf(sweeping, kind);
	const start = startOf(watermark, settings, publishedFrom(functions));
	const changes = await changesIn(client, listOf(kind), start.since, Date.now() + budget);
	const { hash: storeHash } = await client.store();
	const items: INodeExecutionData[] = [];
	for (const record of changes) {
		const news = newsOf(sweeping, kind, start, record);
		if (news === undefined) continue;
		rememberTold(functions, seenAs(kind, record), { by: 'sweep', isNew: isMaking(news) });
		items.push({ json: toItem(kind, record, news, storeHash) });
	}
	const newest = latest(changes, start.from);
	const nextTime = changes.filter((row) => (modifiedAt(row) ?? newest) >= newest - settings.overlapMs);
	watermark.at = newest;
	watermark.seen = Object.fromEntries(
		nextTime.map((row) => seenAs(kind, row)).map(({ key, state }) => [key, state]),
	);
	return items;
}

/** The event that a record is told as; undefined when it was told, when it is not wanted, or when it is no news. */
function newsOf(
	{ functions, settings }: Sweeping,
	kind: SweptKind,
	{ since, tellsFrom, seen }: Start,
	record: SweptRecord,
): string | undefined {
	const now = seenAs(kind, record);
	const told = toldOf(functions, now);
	const from = Math.max(since, tellsFrom);
	if ((modifiedAt(record) ?? since) < from) return undefined;
	const madeAt = modifiedAt({ date_modified: record.date_created }) ?? 0;
	const isNew = told.asNewBy === undefined && seen[now.key] === undefined && madeAt >= from;
	const wasSeen = told.states.length > 0 || seen[now.key] !== undefined;
	const event = eventOf(kind, record, settings.scopes, { isNew, wasSeen });
	if (
		event === undefined ||
		!isWanted({ scope: event, data: {} }, settings.filters, { record: record.given })
	) {
		return undefined;
	}
	const isKnown = isToldLast(told, now) || seen[now.key] === now.state;
	return !isMaking(event) && isKnown ? undefined : event;
}

function toItem(kind: SweptKind, record: SweptRecord, event: string, storeHash: string): IDataObject {
	const at = modifiedAt(record);
	return {
		source: 'sweep',
		event,
		...(at !== undefined && { occurredAt: new Date(at).toISOString() }),
		storeHash,
		data: { type: kind.name, id: record.id },
		[kind.name]: record.given,
	};
}
