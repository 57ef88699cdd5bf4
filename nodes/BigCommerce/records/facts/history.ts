import * as is from '../../../shared/shape';
import type { Query } from '../../../shared/serviceRequest';
import type { Order } from '../order';
import type { Facts } from './fact';

/** How many orders there are of each status, by its number. */
export type ByStatus = ReadonlyMap<number, number>;

export interface HistorySource {
	/** Of the same customer before this order; undefined where nobody knows who that is. */
	before?: ByStatus;
	/** Those of them that were placed in the 24 hours before it; undefined where nobody knows when it was placed. */
	lastDay?: ByStatus;
}

/** The shopper did not finish (BigCommerce reference 3.5). */
const INCOMPLETE = 0;

/** Cancelled and Declined (reference 3.5). */
const CAME_TO_NOTHING = [5, 6];

const DAY_MS = 24 * 3_600_000;

/** By whom orders are counted: a customer by the account, a guest by the e-mail address. */
function customerOf({ customer_id: id = 0, billing_address: { email = '' } = {} }: Order): Query | undefined {
	if (id > 0) return { customer_id: id };
	return email.trim() ? { email: email.trim() } : undefined;
}

/**
 * What to count (reference 3.2: bounds are inclusive).
 *
 * @returns undefined where the order does not tell whose, or when it was placed
 */
export function earlierOrders(order: Order): { before?: Query; lastDay?: Query } {
	const { id = 0, date_created: created = '' } = order;
	const customer = customerOf(order);
	if (!customer || id < 1) return {};
	const before = { ...customer, max_id: id - 1 };
	const at = Date.parse(created);
	if (Number.isNaN(at)) return { before };
	return { before, lastDay: { ...before, min_date_created: new Date(at - DAY_MS).toISOString() } };
}

const countBut = (statuses: readonly number[], counts?: ByStatus): number | undefined =>
	counts && [...counts].filter(([id]) => !statuses.includes(id)).reduce((sum, [, count]) => sum + count, 0);

/** History: what the same customer bought before. The store leaves archived orders out of its lists, so they do not count. */
export const HISTORY = {
	/** Earlier orders, without those that were not finished, cancelled or declined; absent for a guest without an e-mail address. */
	previousOrders: {
		shape: is.whole,
		of: ({ before }) => countBut([INCOMPLETE, ...CAME_TO_NOTHING], before),
	},
	/** Orders in the 24 hours before this one, which is not counted itself; cancelled and declined ones count, for each was a try. */
	ordersLast24Hours: { shape: is.whole, of: ({ lastDay }) => countBut([INCOMPLETE], lastDay) },
} as const satisfies Facts<HistorySource>;
