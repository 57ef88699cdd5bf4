import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { pollBudgetMs } from '../../shared/pollBudget';
import { WorkflowClient } from '../transport/WorkflowClient';
import { Items } from './Items';
import { happenedAt, newest, readEvents } from './readEvents';
import { readSettings } from './settings';

/** Kept in n8n's static data, so that a restart neither loses nor repeats. Times in ms since 1970. */
interface Cursor {
	/** Nothing before this is told. */
	start?: number;
	/** The newest event seen. */
	last?: number;
	/** Ids told lately, with the time of their event. */
	told?: Record<string, number>;
}

/**
 * Looks for what happened since the last poll. The cursor moves only by times that the service returned, and each poll looks back a little, because the history
 * may show a record late (reference 7.4).
 *
 * @returns what is new, oldest first; null when nothing is
 * @throws NodeApiError when the service does not answer; the cursor stays
 */
export async function poll(functions: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const stopAt = Date.now() + pollBudgetMs(functions);
	const settings = readSettings(functions);
	const client = new WorkflowClient(functions);
	const items = new Items(client, settings);
	if (functions.getMode() === 'manual') {
		const { record } = await newest(client, settings);
		return record ? [[{ json: await items.of(record) }]] : null;
	}
	const cursor: Cursor = functions.getWorkflowStaticData('node');
	if (cursor.start === undefined) {
		cursor.start = (await newest(client, settings)).now - settings.lookBackMs;
		if (!settings.lookBackMs) return null;
	}
	const since = Math.max(cursor.start, (cursor.last ?? cursor.start) - settings.overlapMs);
	const made = new Map<IDataObject, IDataObject>();
	let last = cursor.last ?? 0;
	for (const record of await readEvents(client, settings, since)) {
		// The rest of a large backlog is left to the next poll: records come in order, so the cursor is true.
		if (Date.now() > stopAt) break;
		last = Math.max(last, happenedAt(record, settings));
		if (settings.event.skip?.(record) || isTold(cursor, record)) continue;
		made.set(record, await items.of(record));
	}
	return tell(cursor, settings, made, last);
}

const isTold = ({ told = {} }: Cursor, { id }: IDataObject) => Object.hasOwn(told, String(id));

/** Keeps what was seen and gives out what is new. Without a pause in between, since polls may overlap: the other one may have told the same meanwhile. */
function tell(
	cursor: Cursor,
	settings: Parameters<typeof happenedAt>[1],
	made: ReadonlyMap<IDataObject, IDataObject>,
	seen: number,
): INodeExecutionData[][] | null {
	const news = [...made].filter(([record]) => !isTold(cursor, record));
	const told = { ...cursor.told };
	for (const [record] of news) told[String(record.id)] = happenedAt(record, settings);
	const last = Math.max(cursor.last ?? 0, seen);
	if (last) cursor.last = last;
	cursor.told = Object.fromEntries(
		Object.entries(told).filter(([, time]) => time >= last - 2 * settings.overlapMs),
	);
	return news.length ? [news.map(([, json]) => ({ json }))] : null;
}
