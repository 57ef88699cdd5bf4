import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { pollBudgetMs } from '../../shared/pollBudget';
import { isOwnWrite, ORDER_SCOPE, orderFingerprint } from '../transport/orders';
import { PAGE_SIZE, StoreClient } from '../transport/StoreClient';
import { toldState } from './news';
import { isCovered } from './scopes';
import { readSettings, type TriggerSettings } from './settings';

const LIST = { path: '/v2/orders', subject: { name: 'the list of orders', scope: ORDER_SCOPE } };

/** Kept in n8n's static data, written by the poll alone (guide, section 8.3). */
interface Watermark {
	/** Newest `date_modified` that was seen, in ms since 1970. */
	orders?: number;
	/** How the orders looked that the next sweep will read again because of the overlap, by id. */
	seen?: Record<string, string>;
}

const CREATED = 'store/order/created';

const modifiedAt = (order: IDataObject): number => Date.parse(String(order.date_modified));

/**
 * Reads the orders that changed since the last time, for events that were never delivered.
 *
 * @returns the orders that this trigger has not told yet, oldest change first; null when there are none
 * @throws NodeApiError when BigCommerce does not answer; the watermark stays, so nothing is skipped
 */
export async function sweep(functions: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = readSettings(functions);
	const client = new StoreClient(functions);
	if (functions.getMode() === 'manual') return await sample(client);
	if (!settings.sweep || !eventFor({}, settings, 0, false)) return null;
	const watermark: Watermark = functions.getWorkflowStaticData('node');
	const { hash } = await client.store();
	const startsNow = watermark.orders === undefined && !settings.lookBackMs;
	const from = watermark.orders ?? (await newestChange(client)) - settings.lookBackMs;
	const since = Math.max(from - settings.overlapMs, 0);
	const changes = await changesSince(client, since, Date.now() + pollBudgetMs(functions));
	const items: INodeExecutionData[] = [];
	for (const order of startsNow ? [] : changes) {
		const told = toldState(functions, order);
		const seen = watermark.seen?.[String(order.id)];
		if (told === 'this' || seen === orderFingerprint(order)) continue;
		const event = eventFor(order, settings, since, told !== 'none' || seen !== undefined);
		const echo = settings.ignoreOwnWrites && event !== CREATED && isOwnWrite(hash, order);
		if (event && !echo) items.push({ json: toItem(order, event, hash) });
	}
	const newest = changes.reduce((latest, order) => Math.max(latest, modifiedAt(order)), from);
	const nextTime = changes.filter((order) => modifiedAt(order) >= newest - settings.overlapMs);
	watermark.orders = newest;
	watermark.seen = Object.fromEntries(nextTime.map((order) => [String(order.id), orderFingerprint(order)]));
	return items.length ? [items] : null;
}

/**
 * The orders that changed, each in its latest state, oldest change first. Going on by page number would skip some: an order that changes meanwhile moves to the end, and
 * those behind it move up. So after a full page the reading begins anew at the last time it saw.
 *
 * @param stopAt ms since 1970; the rest of a large backlog is left to the next poll, and the last change read is a true watermark, since they come sorted
 */
async function changesSince(client: StoreClient, since: number, stopAt: number): Promise<IDataObject[]> {
	const changes = new Map<string, IDataObject>();
	let next: number | undefined = since;
	while (next !== undefined) next = await readFrom(client, next, changes, stopAt);
	return [...changes.values()];
}

/** @returns where to begin anew; undefined when all is read or the time is up */
async function readFrom(
	client: StoreClient,
	since: number,
	changes: Map<string, IDataObject>,
	stopAt: number,
): Promise<number | undefined> {
	const query = { min_date_modified: new Date(since).toISOString(), sort: 'date_modified:asc' };
	for await (const orders of client.pages({ ...LIST, query })) {
		for (const order of orders) {
			changes.delete(String(order.id));
			changes.set(String(order.id), order);
		}
		if (Date.now() > stopAt) return undefined;
		const last = modifiedAt(orders[orders.length - 1]);
		// All of one second: only the next page by number leads on.
		if (orders.length === PAGE_SIZE && last > since) return last;
	}
	return undefined;
}

/** A real, recent order, so that the fields can be mapped; moves nothing. */
async function sample(client: StoreClient): Promise<INodeExecutionData[][] | null> {
	const [order] = await client.list({ ...LIST, query: { sort: 'id:desc' } }, 1);
	if (!order) return null;
	const { hash } = await client.store();
	return [[{ json: toItem(order, CREATED, hash) }]];
}

/** Where the first sweep begins: at the newest change there is, by the store's own clock; with no orders, at the beginning. */
async function newestChange(client: StoreClient): Promise<number> {
	const [newest] = await client.list({ ...LIST, query: { sort: 'date_modified:desc' } }, 1);
	return newest ? modifiedAt(newest) : 0;
}

/** What an order that changed stands for, by the chosen scopes; undefined when none of them is about it. It is created only once. */
function eventFor(
	order: IDataObject,
	{ scopes }: TriggerSettings,
	since: number,
	told: boolean,
): string | undefined {
	const isNew = order.date_created === undefined || Date.parse(String(order.date_created)) >= since;
	const candidates = [
		...(isNew && !told ? [CREATED] : []),
		'store/order/statusUpdated',
		'store/order/updated',
	];
	return candidates.find((event) => isCovered(event, scopes));
}

const toItem = (order: IDataObject, event: string, storeHash: string): IDataObject => ({
	source: 'sweep',
	event,
	occurredAt: new Date(modifiedAt(order)).toISOString(),
	storeHash,
	data: { type: 'order', id: order.id },
	order,
});
