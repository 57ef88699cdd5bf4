import { NodeApiError, type IDataObject } from 'n8n-workflow';
import { collect } from '../../shared/paging';
import type { Reply } from '../../shared/send';
import { INFERRED } from '../transport/inferred';
import { parseTime, totalOf } from '../transport/replies';
import type { ListRequest, WorkflowClient } from '../transport/WorkflowClient';
import type { TriggerSettings } from './settings';

/** A window that does not fit into what the service gives out is halved at most this often. */
const HALVINGS = 16;

/** Neither is known to be exact: bounds may be inclusive or not (reference 7.4.3), so windows touch and ids decide. */
const spelled = (time: number) => new Date(time).toISOString();

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
 * Every record of the event since a time, oldest first.
 *
 * @param since in ms since 1970; records at exactly this time may or may not be among them
 * @throws NodeApiError when the service does not answer
 */
export async function readEvents(
	client: WorkflowClient,
	settings: TriggerSettings,
	since: number,
): Promise<IDataObject[]> {
	const found = await readWindow(client, settings, since, undefined, HALVINGS);
	const byId = new Map(found.map((record) => [String(record.id), record]));
	return [...byId.values()]
		.filter((record) => !settings.event.skip?.(record))
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
	const bounds = {
		[event.after]: spelled(since),
		...(until !== undefined && { [event.before]: spelled(until) }),
	};
	let total: number | undefined;
	let clock = since;
	const see = (reply: Reply) => {
		total ??= totalOf(reply.body);
		clock = Math.max(clock, serverTime(reply));
	};
	const rows = await sorted(client, settings, bounds, see);
	if (total === undefined || rows.length >= total || !halvings) return rows;
	const newest = Math.max(until ?? clock, ...rows.map((row) => happenedAt(row, settings)));
	const middle = Math.floor((since + newest) / 2);
	if (middle <= since) return rows;
	return [
		...rows,
		...(await readWindow(client, settings, since, middle, halvings - 1)),
		...(await readWindow(client, settings, middle, until, halvings - 1)),
	];
}

/** Sort names of the history are inferred: when one is refused, the list comes unsorted and is sorted here (reference 7.4.5). */
async function sorted(
	client: WorkflowClient,
	settings: TriggerSettings,
	bounds: IDataObject,
	see: (reply: Reply) => void,
): Promise<IDataObject[]> {
	const { sort, order } = INFERRED.historyPaging;
	const read = async (extra: IDataObject) =>
		await collect(client.pages(request(settings, { ...bounds, ...extra }), undefined, see));
	return await read({ [sort]: settings.event.time, [order]: 'asc' }).catch(async (error: unknown) => {
		if (error instanceof NodeApiError && error.httpCode === '400') return await read({});
		return await Promise.reject(error);
	});
}

/** The service's clock and its newest record of the event, for the first poll and for manual tests. */
export async function newest(
	client: WorkflowClient,
	settings: TriggerSettings,
): Promise<{ now: number; record?: IDataObject }> {
	let now = 0;
	const { sort, order } = INFERRED.historyPaging;
	const query = request(settings, { [sort]: settings.event.time, [order]: 'desc' });
	const [record] = await collect(client.pages(query, 1, (reply) => (now = serverTime(reply))));
	return { now, record };
}
