import type { IDataObject } from 'n8n-workflow';
import { orderFingerprint } from '../transport/orderFingerprint';

/** Order numbers that were seen. They only grow, so every one up to the floor counts as seen. */
export interface SeenIds {
	floor: number;
	/** Those above the floor, in order. */
	above: number[];
}

/** How many numbers are kept above the floor. */
const MOST_ABOVE = 500;

/** The number of an order. @returns undefined when it has none that can be used */
export function orderId({ id }: IDataObject): number | undefined {
	const text = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
	const value = Number(text);
	return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(value) ? value : undefined;
}

/** What an order is remembered by: its number, or all of it where it has none. */
export const seenKey = (order: IDataObject): string =>
	String(orderId(order) ?? `without number ${orderFingerprint(order)}`);

export const wasSeen = ({ floor, above }: SeenIds, id: number): boolean => id <= floor || above.includes(id);

/**
 * Adds order numbers. The floor rises over those that follow it without a gap, and over the lowest when there are too many.
 *
 * @returns the new state; the given one is not changed
 */
export function withSeen({ floor, above }: SeenIds, ids: readonly number[]): SeenIds {
	const sorted = [...new Set([...above, ...ids])].filter((id) => id > floor).sort((a, b) => a - b);
	const dropped = sorted.splice(0, Math.max(sorted.length - MOST_ABOVE, 0));
	let rising = dropped.at(-1) ?? floor;
	while (sorted[0] === rising + 1) rising = sorted.shift() ?? rising;
	return { floor: rising, above: sorted };
}
