import { NodeApiError, type IDataObject } from 'n8n-workflow';
import { collect } from '../../shared/paging';
import type { Reply } from '../../shared/send';
import { INFERRED } from '../transport/inferred';
import { parseTime, totalOf } from '../transport/replies';
import type { ListRequest, WorkflowClient } from '../transport/WorkflowClient';
import type { TriggerSettings } from './settings';

/** A window that does not fit into what the service gives out is halved at most this often. */
const HALVINGS = 24;

/** Records that a manual test looks at for one that really is such an event. */
const SAMPLE = 10;

/** Whether a bound includes its own time is not known (reference 7.4.3): windows overlap by this much, and ids decide. In ms. */
const TOUCH_MS = 1_000;

/** When a record happened, in ms since 1970. */
export const happenedAt = (record: IDataObject, { event }: TriggerSettings): number =>
	parseTime(record[event.time]);

/** The service's clock, from the answer's own header; ours if it has none. */
export const serverTime = ({ headers }: Reply): number => {
	const time = Date.parse(String(headers.date));
	return Number.isNaN(time) ? Date.now() : time;
};

const request = ({ event, filters }: TriggerSettings, bounds: IDataObject): ListRequest => ({
	base: 'history',
	path: event.path,
	query: { ...event.query, ...filters, ...bounds },
	subject: event.subject,
});

/**
 * Every record of the event's list since a time, oldest first.
 *
 * @param since in ms since 1970
 * @throws NodeApiError when the service does not answer
 */
export async function readEvents(
	client: WorkflowClient,
	settings: TriggerSettings,
	since: number,
): Promise<IDataObject[]> {
	const found = await readWindow(client, settings, since - TOUCH_MS, undefined, HALVINGS);
	const byId = new Map(found.map((record) => [String(record.id), record]));
	return [...byId.values()]
		.filter((record) => happenedAt(record, settings) >= since)
		.sort((a, b) => happenedAt(a, settings) - happenedAt(b, settings));
}

/** Whether history lists honour paging is not known: when fewer came than there are, the window is halved until one fits (reference 7.4.4). */
async function readWindow(
	client: WorkflowClient,
	settings: TriggerSettings,
	since: number,
	until: number | undefined,
	halvings: number,
): Promise<IDataObject[]> {
	const { event } = settings;
	let total: number | undefined;
	let clock = since;
	const see = (reply: Reply) => {
		total ??= totalOf(reply.body);
		clock = Math.max(clock, serverTime(reply));
	};
	const bounds = {
		[event.after]: new Date(since).toISOString(),
		...(until !== undefined && { [event.before]: new Date(until).toISOString() }),
	};
	const rows = await sorted(client, settings, bounds, see);
	if (total === undefined || rows.length >= total || !halvings) return rows;
	const newest = Math.max(until ?? clock, ...rows.map((row) => happenedAt(row, settings)));
	const middle = Math.floor((since + newest) / 2);
	if (middle - TOUCH_MS <= since) return rows;
	return [
		...rows,
		...(await readWindow(client, settings, since, middle + TOUCH_MS, halvings - 1)),
		...(await readWindow(client, settings, middle - TOUCH_MS, until, halvings - 1)),
	];
}

/** Sort names of the history are inferred: when one is refused, the list comes unsorted (reference 7.4.5). */
async function sorted(
	client: WorkflowClient,
	settings: TriggerSettings,
	bounds: IDataObject,
	see: (reply: Reply) => void,
	direction = 'asc',
	limit?: number,
): Promise<IDataObject[]> {
	const { sort, order } = INFERRED.historyPaging;
	const read = async (extra: IDataObject) =>
		await collect(client.pages(request(settings, { ...bounds, ...extra }), limit, see));
	return await read({ [sort]: settings.event.time, [order]: direction }).catch(async (error: unknown) => {
		if (error instanceof NodeApiError && error.httpCode === '400') return await read({});
		return await Promise.reject(error);
	});
}

/** The service's clock and a late record of the event (its newest, when the service sorts), for the first poll and for manual tests. */
export async function newest(
	client: WorkflowClient,
	settings: TriggerSettings,
): Promise<{ now: number; record?: IDataObject }> {
	let now = 0;
	const see = (reply: Reply) => (now = serverTime(reply));
	const rows = await sorted(client, settings, {}, see, 'desc', SAMPLE);
	const [record] = rows
		.filter((row) => !settings.event.skip?.(row))
		.sort((a, b) => happenedAt(b, settings) - happenedAt(a, settings));
	return { now, record };
}
