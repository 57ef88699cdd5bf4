import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { decisionItem, findCase } from '../transport/cases';
import { variablesOf } from '../transport/replies';
import { taskItem } from '../transport/tasks';
import { WorkflowClient } from '../transport/WorkflowClient';
import { happenedAt, newest, readEvents } from './readEvents';
import { readSettings, type TriggerSettings } from './settings';

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
	const settings = readSettings(functions);
	const client = new WorkflowClient(functions);
	if (functions.getMode() === 'manual') {
		const { record } = await newest(client, settings);
		return record ? [[{ json: await toItem(client, settings, record) }]] : null;
	}
	const cursor: Cursor = functions.getWorkflowStaticData('node');
	if (cursor.start === undefined) {
		cursor.start = (await newest(client, settings)).now - settings.lookBackMs;
		if (!settings.lookBackMs) return null;
	}
	const since = Math.max(cursor.start, (cursor.last ?? cursor.start) - settings.overlapMs);
	const told = cursor.told ?? {};
	const found = await readEvents(client, settings, since);
	const news = found.filter(({ id }) => told[String(id)] === undefined);
	const items: INodeExecutionData[] = [];
	for (const record of news) items.push({ json: await toItem(client, settings, record) });
	for (const record of news) told[String(record.id)] = happenedAt(record, settings);
	const last = Math.max(cursor.last ?? 0, ...news.map((record) => happenedAt(record, settings)));
	cursor.last = last || undefined;
	cursor.told = Object.fromEntries(
		Object.entries(told).filter(([, time]) => time >= last - 2 * settings.overlapMs),
	);
	return items.length ? [items] : null;
}

async function toItem(
	client: WorkflowClient,
	{ eventName, names }: TriggerSettings,
	record: IDataObject,
): Promise<IDataObject> {
	if (eventName === 'caseEnded') return { event: eventName, ...(await decisionItem(client, record, names)) };
	const item = taskItem(record);
	const owner = record.processInstanceId
		? await findCase(client, { id: String(record.processInstanceId) })
		: undefined;
	return {
		event: eventName,
		businessKey: owner?.businessKey ?? null,
		...item,
		...(eventName === 'taskCompleted' && { outcome: variablesOf(record)[names.outcome] ?? null }),
	};
}
