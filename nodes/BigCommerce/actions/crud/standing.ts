import type { Advice } from '../../../shared/errorText';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { text } from '../../../shared/shape';
import type { StoreRecord } from '../../records/storeRecord';
import { INFERRED } from '../../transport/inferred';
import { idIn } from './picked';

const TIMES = { date_created: text, created_at: text, created: text };

/** Unix seconds, as hooks tell them (BigCommerce reference 12.1), or a time in words. */
const read = (time: string): number => (/^\d+$/.test(time) ? Number(time) * 1000 : Date.parse(time));

/** When a record was made, in ms since 1970; undefined for one that does not say it, such as a brand or a category. */
export function madeAt(row: Given): number | undefined {
	const { date_created: made, created_at: madeToo = made, created = madeToo } = fieldsIn(TIMES, row);
	const at = created === undefined ? NaN : read(created);
	return Number.isNaN(at) ? undefined : at;
}

/** Whether a record was there before the request for one that equals it was sent, at `sentAt`. */
export const stoodBefore = (row: Given, sentAt: number): boolean =>
	(madeAt(row) ?? sentAt) < sentAt - INFERRED.clockBehindMs;

/** One that equals what was sent is there, and nothing tells whether it was made by it. */
export const unknownAbout = ({ one, idField }: StoreRecord, row: Given): Advice => ({
	what: `BigCommerce did not answer, and a ${one} like this one is there (ID ${idIn(row, idField)}): it is not known whether it was created just now or stood before`,
	next: 'Look at it in the store: go on with it if it is the one that you wanted, else run this item again.',
});
