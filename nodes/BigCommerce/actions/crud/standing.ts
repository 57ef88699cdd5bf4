import { fieldsIn, type Given } from '../../../shared/record/given';
import { text } from '../../../shared/shape';
import { INFERRED } from '../../transport/inferred';

const TIMES = { date_created: text, created_at: text, created: text };

/** Unix seconds, as hooks tell them (BigCommerce reference 12.1), or a time in words. */
const read = (time: string): number => (/^\d+$/.test(time) ? Number(time) * 1000 : Date.parse(time));

/** When a record was made, in ms since 1970; undefined for one that does not say it, such as a brand or a category: what it holds tells it (`asSent`). */
function madeAt(row: Given): number | undefined {
	const { date_created: made, created_at: madeToo = made, created = madeToo } = fieldsIn(TIMES, row);
	const at = created === undefined ? NaN : read(created);
	return Number.isNaN(at) ? undefined : at;
}

/** Whether a record was there before the request for one that equals it was sent, at `sentAt`. */
export const stoodBefore = (row: Given, sentAt: number): boolean =>
	(madeAt(row) ?? sentAt) < sentAt - INFERRED.clockBehindMs;
