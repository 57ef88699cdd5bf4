import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { isOwnWrite, ORDER_SCOPE } from '../transport/orders';
import { StoreClient } from '../transport/StoreClient';
import { rememberTold, wasTold } from './news';
import { isCovered } from './scopes';
import { readSettings, type TriggerSettings } from './settings';

const LIST = { path: '/v2/orders', subject: { name: 'the list of orders', scope: ORDER_SCOPE } };

/** Kept in n8n's static data, written by the poll alone (guide, section 8.3). */
interface Watermark {
	/** Newest `date_modified` that was seen, in ms since 1970. */
	orders?: number;
}

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
	if (!settings.sweep || !eventFor({}, settings, 0)) return null;
	const watermark: Watermark = functions.getWorkflowStaticData('node');
	const { hash } = await client.store();
	if (watermark.orders === undefined) {
		watermark.orders = (await newestChange(client)) - settings.lookBackMs;
		if (!settings.lookBackMs) return null;
	}
	const since = watermark.orders - settings.overlapMs;
	const stopAt = Date.now() + budgetMs(functions);
	const items: INodeExecutionData[] = [];
	const query = { min_date_modified: new Date(since).toISOString(), sort: 'date_modified:asc' };
	for await (const orders of client.pages({ ...LIST, query })) {
		for (const order of orders) {
			watermark.orders = Math.max(watermark.orders, modifiedAt(order));
			const event = eventFor(order, settings, since);
			const known = wasTold(functions, order) || (settings.ignoreOwnWrites && isOwnWrite(hash, order));
			if (!event || known) continue;
			rememberTold(functions, order);
			items.push({ json: toItem(order, event, hash) });
		}
		// The rest of a large backlog is left to the next poll: what was seen is sorted, so the watermark is true.
		if (Date.now() > stopAt) break;
	}
	return items.length ? [items] : null;
}

/** n8n gives up on a poll that takes longer; how long that is, in ms, is told by newer versions only (guide, section 8.2). */
const budgetMs = ({ getPollBudgetMs }: Partial<IPollFunctions>): number => getPollBudgetMs?.() ?? 240_000;

/** A real, recent order, so that the fields can be mapped; moves nothing. */
async function sample(client: StoreClient): Promise<INodeExecutionData[][] | null> {
	const [order] = await client.list({ ...LIST, query: { sort: 'id:desc' } }, 1);
	if (!order) return null;
	const { hash } = await client.store();
	return [[{ json: toItem(order, 'store/order/created', hash) }]];
}

/** Where the first sweep begins: at the newest change there is, by the store's own clock; with no orders, at the beginning. */
async function newestChange(client: StoreClient): Promise<number> {
	const [newest] = await client.list({ ...LIST, query: { sort: 'date_modified:desc' } }, 1);
	return newest ? modifiedAt(newest) : 0;
}

/** What an order that changed stands for, by the chosen scopes; undefined when none of them is about it. */
function eventFor(order: IDataObject, { scopes }: TriggerSettings, since: number): string | undefined {
	const created = order.date_created === undefined || Date.parse(String(order.date_created)) >= since;
	const candidates = [...(created ? ['created'] : []), 'statusUpdated', 'updated'];
	return candidates.map((event) => `store/order/${event}`).find((event) => isCovered(event, scopes));
}

const toItem = (order: IDataObject, event: string, storeHash: string): IDataObject => ({
	source: 'sweep',
	event,
	occurredAt: new Date(modifiedAt(order)).toISOString(),
	storeHash,
	data: { type: 'order', id: order.id },
	order,
});
