import { isRecord } from '../../shared/isRecord';
import type { Order } from '../records/order';
import { orderFingerprint } from '../records/orderFingerprint';

/** A run of numbers, both ends included. */
export type Range = [from: number, to: number];

/**
 * Order numbers that were seen. A lower one may show later than a higher one: BigCommerce hides an order in its lists until it is complete (reference 3.2), so that only what was
 * really seen counts as seen.
 */
export interface SeenIds {
	/** Every number up to here counts as seen. */
	floor: number;
	/** Those above the floor, in order, with a gap between any two. */
	ranges: Range[];
}

/** How many ranges are kept. */
const MOST_RANGES = 1_000;

/** The number of an order. @returns undefined when it has none that can be used */
export const orderId = ({ id = 0 }: Pick<Order, 'id'>): number | undefined => (id > 0 ? id : undefined);

/** What an order is remembered by: its number, or all of it where it has none. */
export const seenKey = (order: Order): string =>
	String(orderId(order) ?? `without number ${orderFingerprint(order)}`);

export const wasSeen = ({ floor, ranges }: SeenIds, id: number): boolean =>
	id <= floor || ranges.some(([from, to]) => from <= id && id <= to);

/** The ranges in order; those that touch are one. */
function merged(ranges: readonly Range[]): Range[] {
	const result: Range[] = [];
	for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
		const last = result.at(-1);
		if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
		else result.push([from, to]);
	}
	return result;
}

/** The floor rises over the range that touches it, and over the lowest ones when there are too many. */
function tidy(floor: number, ranges: readonly Range[]): SeenIds {
	const kept = merged([[0, floor], ...ranges]);
	const dropped = kept.splice(0, Math.max(kept.length - MOST_RANGES, 1));
	return { floor: dropped.at(-1)?.[1] ?? floor, ranges: kept };
}

/**
 * Adds order numbers.
 *
 * @returns the new state; the given one is not changed
 */
export const withSeen = ({ floor, ranges }: SeenIds, ids: readonly number[]): SeenIds =>
	tidy(floor, [...ranges, ...ids.map((id): Range => [id, id])]);

/** Numbers that an older version of this package kept: every one up to the floor counted as seen. */
export interface OldSeenIds {
	floor: number;
	above: number[];
}

const isNumber = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isRange = (value: unknown): value is Range =>
	Array.isArray(value) && value.length === 2 && value.every(isNumber) && value[0] <= value[1];

/** Reads what was kept. @returns undefined when it is nothing of the kind */
export function seenIn(kept: unknown): SeenIds | undefined {
	if (!isRecord(kept) || !isNumber(kept.floor) || !Array.isArray(kept.ranges)) return undefined;
	const ranges: unknown[] = kept.ranges;
	return ranges.every(isRange) ? tidy(kept.floor, ranges) : undefined;
}

/** Reads what an older version kept. @returns undefined when it is nothing of the kind */
export function oldSeenIn(kept: unknown): OldSeenIds | undefined {
	if (!isRecord(kept) || !isNumber(kept.floor) || !Array.isArray(kept.above)) return undefined;
	const above: unknown[] = kept.above;
	return above.every(isNumber) ? { floor: kept.floor, above } : undefined;
}

/** The numbers of the orders that are there at the first sweep: below them nothing was looked at, and so counts as seen. */
export interface Baseline {
	ids: readonly number[];
	/** They are all there are. */
	complete: boolean;
}

/** Begins with what is there; of what an older version kept, only what it really saw. */
export function begunWith({ ids, complete }: Baseline, old?: OldSeenIds): SeenIds {
	const lowest = ids.reduce((least, id) => Math.min(least, id), Number.MAX_SAFE_INTEGER);
	const start = { floor: complete || !ids.length ? 0 : lowest - 1, ranges: [] };
	if (!old) return withSeen(start, ids);
	return withSeen(start, [...ids.filter((id) => id <= old.floor), ...old.above]);
}
