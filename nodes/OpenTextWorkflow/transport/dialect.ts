import type { IDataObject } from 'n8n-workflow';
import { areRows, givesIf, isNamed, isNoBody, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { entriesOf, isEnvelope, rowsOf, saysEmpty, totalOf } from './envelope';

/** One record with its id (reference 5). @param id the one that was asked for, if it was */
export const record = (id?: string | number): Gives => givesIf(({ body }) => isNamed(body, 'id', id));

/** The case that was started: one with another business key is somebody else's (reference 4.2, P1). */
export const startedCase = (businessKey: string): Gives =>
	givesIf(({ body }) => isNamed(body, 'id') && isRecord(body) && body.businessKey === businessKey);

/** What a row of a list must be. */
export type IsRow = (row: IDataObject) => boolean;

/** What is known of a list before one of its pages comes. */
export interface PageRules {
	/** Index of its first row, of all. */
	offset?: number;
	/** How many there are of all, as an earlier page said. */
	total?: number;
	/** A part of the list is not enough, so that what an earlier page said of the total stays true. */
	whole?: true;
	/** What every row must be, where more depends on it than what is shown. */
	isRow?: IsRow;
	/** Rows that are not such are passed over, as long as one is. */
	lenient?: true;
}

/**
 * A page of a list. An empty one has no `_embedded` at all (reference 3.2), so it must say in another way that it is empty. One that counts more than it shows is no list: something
 * between us and the service cut it.
 */
export const list = ({ offset = 0, total = 0, whole, isRow = () => true, lenient }: PageRules): Gives =>
	givesIf(({ body }) => {
		const isList = Array.isArray(body) || (isRecord(body) && isEnvelope(body));
		if (!isList) return false;
		const [entries, rows] = [entriesOf(body), rowsOf(body)];
		if (entries.length > 0) {
			const counted = totalOf(body) ?? entries.length;
			const areGood = lenient ? rows.some(isRow) : areRows(entries) && rows.every(isRow);
			return areGood && counted >= entries.length;
		}
		// A list may shrink while it is read, but not to nothing.
		const own = totalOf(body);
		const expected = whole ? Math.max(total, own ?? 0) : own || total;
		return expected <= offset && (Array.isArray(body) || (isRecord(body) && saysEmpty(body, offset)));
	});

/** An action or a removal: its answer has no body to rely on, mostly none at all (reference 3.8, 4.6). */
export const accepted: Gives = givesIf(({ body }) => isNoBody(body) || isRecord(body));

/** One variable, or the list of those that were created (reference 4.3). */
export const variable = (name: string): Gives =>
	givesIf(({ body }) => {
		const rows = Array.isArray(body) ? body : [body, ...rowsOf(body)];
		return rows.some((row) => isNamed(row, 'name', name));
	});
