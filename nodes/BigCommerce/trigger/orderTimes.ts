import { DateTime } from 'luxon';
import type { Order } from '../records/order';
import { INFERRED } from '../transport/inferred';

/** Whether a value is a time that a sweep may begin at, in ms since 1970: a change that lies too far in the future is none. */
export const isUsableTime = (at: unknown): at is number =>
	typeof at === 'number' && at >= 0 && at <= Date.now() + INFERRED.clockAheadMs;

export type Changed = Pick<Order, 'date_modified'>;

/**
 * When a record changed last: RFC 2822 as V2 gives times, ISO 8601 as V3 does (BigCommerce reference 2.4).
 *
 * @returns ms since 1970; undefined when it has no usable time
 */
export function modifiedAt({ date_modified: value }: Changed): number | undefined {
	if (value === undefined) return undefined;
	const mail = DateTime.fromRFC2822(value.trim());
	const time = mail.isValid ? mail : DateTime.fromISO(value.trim(), { zone: 'utc' });
	const at = time.isValid ? time.toMillis() : NaN;
	return isUsableTime(at) ? at : undefined;
}

/** The latest of the usable times. */
export const latest = (rows: readonly Changed[], from: number): number =>
	rows.reduce((newest, row) => Math.max(newest, modifiedAt(row) ?? 0), from);
