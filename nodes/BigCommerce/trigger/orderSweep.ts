import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import type { Order } from '../records/order';
import { orderFingerprint } from '../records/orderFingerprint';
import type { StoreClient } from '../transport/StoreClient';
import { isOnlyOurs } from './echo';
import { readFactsInTurn, shownOrder, type FactsRead } from './orderFacts';
import { isWanted } from './filters';
import { isToldLast, rememberTold, toldOf, wasTold } from './news';
import { baselineOf, changesSince, newestChange } from './orderChanges';
import { eventFor, isCreation } from './orderEvents';
import { isUsableTime, latest, modifiedAt } from './orderTimes';
import { publishedFrom } from './publishing';
import {
	begunWith,
	oldSeenIn,
	orderId,
	seenIn,
	seenKey,
	wasSeen,
	withSeen,
	type SeenIds,
} from './seenOrders';
import type { TriggerSettings } from './settings';
import { NEVER, type Sweeping } from './sweeping';

/** Kept in n8n's static data, written by the poll alone (guide, section 8.3). What is spoilt there is made anew. */
interface Watermark {
	/** Newest `date_modified` that was seen, in ms since 1970. */
	orders?: unknown;
	/** How the orders looked that the next sweep will read again: because of the overlap, or because they have no usable time. */
	seen?: unknown;
	/** Which orders were seen at all: a new one is one that was never seen. */
	ids?: unknown;
}

/** Shares of n8n's budget in which a poll reads what changed, where facts come after it, and in which it reads these: what comes after n8n gave up reaches nobody. */
const LIST_SHARE = 0.25;
const FACTS_SHARE = 0.75;

/** Where a sweep begins, and what it knows. */
interface Start {
	/** Newest change that was seen before. */
	from: number;
	/** ms since 1970. */
	since: number;
	ids: SeenIds;
	/** How orders looked that were read before and are read again. */
	seen: Readonly<Record<string, unknown>>;
	/** Nothing was seen before: whether an order is new is told by when it was placed. */
	byDate: boolean;
	/** Of what was there already only what changed since then is told, in ms since 1970: at first what the hooks may have missed, if anything; later everything. */
	tellsFrom: number;
}

/**
 * Reads the orders that changed since the last time, for events that were never delivered.
 *
 * @param budget how long it may take, in ms
 * @returns the orders that this trigger has not told yet, oldest change first
 * @throws NodeApiError when BigCommerce does not answer; the watermark stays, so nothing is skipped
 */
export async function sweepOrders({
	functions,
	client,
	settings,
	budget,
}: Sweeping): Promise<INodeExecutionData[]> {
	const watermark: Watermark = functions.getWorkflowStaticData('node');
	const { hash: storeHash } = await client.store();
	const start = await startOf(client, watermark, settings, publishedFrom(functions));
	const begun = Date.now();
	const share = settings.facts.length ? LIST_SHARE : 1;
	const changes = await changesSince(client, start.since, begun + share * budget);
	const writer = { workflowId: functions.getWorkflow().id, storeHash };
	const isOurs = (order: Order) =>
		settings.ignoreOwnWrites &&
		isOnlyOurs(writer, order, ({ state, changedAt = start.since }) => {
			// What changed before the sweep's time was read by an earlier one.
			const wasRead = changedAt < start.since || start.seen[seenKey(order)] === state;
			return wasRead || wasTold(toldOf(functions, order), state);
		});
	const news: News[] = [];
	for (const order of changes) {
		const told = toldOf(functions, order);
		const seen = start.seen[seenKey(order)];
		const isFresh = told.asNewBy === undefined && seen === undefined && isNew(order, start);
		if (!isFresh && isOlder(order, start)) continue;
		const event = eventFor(order, settings.scopes, isFresh);
		if (!event || !isWanted({ scope: event, data: {} }, settings.filters, { record: order.given })) continue;
		// That a delivery told a change of it does not tell that it was placed.
		const isKnown = isToldLast(told, order) || seen === orderFingerprint(order);
		if (!isCreation(event) && (isKnown || isOurs(order))) continue;
		news.push({ order, event });
	}
	const orders = news.map(({ order }) => order);
	const { read, stopped } = await readFactsInTurn(
		client,
		orders,
		settings.facts,
		begun + FACTS_SHARE * budget,
	);
	if (stopped && !read.length) throw stopped;
	remember(watermark, before(orders[read.length], changes), start, settings);
	const told = news.slice(0, read.length);
	for (const { order, event } of told) {
		rememberTold(functions, order, { by: 'sweep', isNew: isCreation(event) });
	}
	return told.map((one, index) => ({ json: toItem(one, read[index], storeHash) }));
}

/** The changes up to the first that is left to the next sweep; all of them when none is. */
const before = (left: Order | undefined, changes: readonly Order[]): readonly Order[] =>
	left === undefined ? changes : changes.slice(0, changes.indexOf(left));

async function startOf(
	client: StoreClient,
	{ orders, ids, seen }: Watermark,
	{ overlapMs, lookBackMs }: TriggerSettings,
	published = NEVER,
): Promise<Start> {
	// The number first: an order that is placed between the two requests is then new, whatever its change says.
	const old = oldSeenIn(ids);
	const kept = seenIn(ids);
	const known = kept ?? begunWith(await baselineOf(client), old);
	const begun = isUsableTime(orders);
	const from = begun ? orders : (await newestChange(client)) - lookBackMs;
	const tellsFrom = begun || lookBackMs > 0 ? 0 : published;
	return {
		from,
		since: Math.max(Math.min(from - overlapMs, tellsFrom || from), 0),
		ids: known,
		seen: isRecord(seen) ? seen : {},
		byDate: !kept && !old && tellsFrom < NEVER,
		tellsFrom,
	};
}

/** Whether an order did not change since there is something to tell of it. One without a usable time has none where only the new is told. */
function isOlder(order: Order, { since, tellsFrom }: Start): boolean {
	return (modifiedAt(order) ?? (tellsFrom ? 0 : since)) < Math.max(since, tellsFrom);
}

/** Whether an order was never seen. One without a usable number is new whenever it looks as it never did, but not at the start. */
function isNew(order: Order, start: Start): boolean {
	const { ids, byDate, since, tellsFrom } = start;
	const id = orderId(order);
	if (id === undefined) return !tellsFrom;
	if (!wasSeen(ids, id)) return true;
	if (!byDate || (tellsFrom && isOlder(order, start))) return false;
	return order.date_created === undefined || Date.parse(order.date_created) >= Math.max(since, tellsFrom);
}

/** Moves the watermark. An order without a usable time moves nothing, and is remembered as long as the list shows it. */
function remember(
	watermark: Watermark,
	changes: readonly Order[],
	{ from, ids }: Start,
	{ overlapMs }: TriggerSettings,
): void {
	const newest = latest(changes, from);
	const nextTime = changes.filter((order) => (modifiedAt(order) ?? newest) >= newest - overlapMs);
	watermark.orders = newest;
	watermark.seen = Object.fromEntries(nextTime.map((order) => [seenKey(order), orderFingerprint(order)]));
	watermark.ids = withSeen(
		ids,
		changes.flatMap((order) => orderId(order) ?? []),
	);
}

/** An order that is told, and as what. */
interface News {
	order: Order;
	event: string;
}

function toItem({ order, event }: News, read: FactsRead, storeHash: string): IDataObject {
	const at = modifiedAt(order);
	return {
		source: 'sweep',
		event,
		...(at !== undefined && { occurredAt: new Date(at).toISOString() }),
		storeHash,
		data: { type: 'order', id: order.id },
		...shownOrder(order, read),
	};
}
