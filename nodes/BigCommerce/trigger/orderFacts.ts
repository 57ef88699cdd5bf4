import chunk from 'lodash/chunk';
import { NodeApiError, type IDataObject } from 'n8n-workflow';
import { isHeldByUs } from '../links/heldByUs';
import { readFacts } from '../records/facts/groups';
import { Sources } from '../records/facts/sources';
import type { Order } from '../records/order';
import type { StoreClient } from '../transport/StoreClient';
import { failedReading } from './reading';
import { orderId } from './seenOrders';

/** What became of the facts of one order. */
export type FactsRead =
	/** Undefined when none are wanted. */
	| { facts?: Awaited<ReturnType<typeof readFacts>> }
	/** It was deleted meanwhile. */
	| { gone: true }
	/** The store did not give them; `passing` when another try later may. @see FullRecord */
	| { refused: NodeApiError; passing: boolean };

/** How many orders are read side by side. */
const ORDERS_AT_ONCE = 5;

/** The account lacks a right: that is so for every order, and until somebody gives it. */
const NOT_ALLOWED = 403;

/** Facts of one order. An order without a number that can be used has none. @param groups as chosen */
export async function readOrderFacts(
	client: StoreClient,
	order: Order,
	groups: readonly string[],
): Promise<FactsRead> {
	if (!groups.length || orderId(order) === undefined) return {};
	try {
		return { facts: await readFacts(new Sources(client, order.given, isHeldByUs), groups) };
	} catch (error) {
		return error instanceof NodeApiError ? failedReading(error) : await Promise.reject(error);
	}
}

const isToWait = (read: FactsRead): read is Extract<FactsRead, { refused: NodeApiError }> =>
	'refused' in read && (read.passing || Number(read.refused.httpCode) === NOT_ALLOWED);

/**
 * Facts of several orders, in their order, as far as they can be read now: a sweep comes again, so that none is told without them.
 *
 * @param stopAt ms since 1970; the rest of a large backlog is left to the next poll
 * @returns what was read of the first orders, and why it stopped there, if something is wrong
 */
export async function readFactsInTurn(
	client: StoreClient,
	orders: readonly Order[],
	groups: readonly string[],
	stopAt: number,
): Promise<{ read: FactsRead[]; stopped?: NodeApiError }> {
	if (!groups.length) return { read: orders.map(() => ({})) };
	const read: FactsRead[] = [];
	for (const some of chunk(orders, ORDERS_AT_ONCE)) {
		if (read.length && Date.now() > stopAt) break;
		const more = await Promise.all(some.map(async (order) => await readOrderFacts(client, order, groups)));
		const at = more.findIndex(isToWait);
		read.push(...more.slice(0, at < 0 ? more.length : at));
		const waits = more.find(isToWait);
		if (waits) return { read, stopped: waits.refused };
	}
	return { read };
}

/** An order as an item shows it: with its facts, or why it is not there. */
export function shownOrder(order: Order, read: FactsRead): IDataObject {
	if ('gone' in read) return { gone: true };
	if ('refused' in read) return { unread: read.refused.message };
	return { order: read.facts ? { ...order.given, facts: read.facts } : order.given };
}
