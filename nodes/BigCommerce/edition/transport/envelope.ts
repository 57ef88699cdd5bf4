import get from 'lodash/get';
import { areRows, givesIf, isNamed, type Gives } from '../../../shared/answer';
import { isRecord } from '../../../shared/isRecord';

/** What every answer says of itself; it may be a refusal with a good status (BigCommerce reference 13.1: "Read the body's code as well"). */
export const isGood = (body: unknown): body is Record<string, unknown> =>
	isRecord(body) && Number(body.code) >= 200 && Number(body.code) < 300;

/** What an answer holds. */
export const dataIn = (body: unknown): unknown => (isRecord(body) ? body.data : undefined);

/** The record in an answer that holds one: the description of orders shows it as a list of one (reference 13.5). */
export const recordIn = (body: unknown): unknown => {
	const data = dataIn(body);
	return Array.isArray(data) && data.length === 1 ? data[0] : data;
};

/** One record with the field that names it. @param id the one that was asked for, if it was */
export const record = (field: string, id?: string | number): Gives =>
	givesIf(({ body }) => isGood(body) && isNamed(recordIn(body), field, id));

/** An object, whatever it holds: it has no name of its own. */
export const settings = (...fields: readonly string[]): Gives =>
	givesIf(
		({ body }) => isGood(body) && isRecord(body.data) && fields.every((name) => name in Object(body.data)),
	);

/** Done, and nothing more is said (reference 13.1). */
export const done: Gives = givesIf(({ body }) => isGood(body) && 'data' in body);

/** A list, whatever its rows are. */
export const list: Gives = givesIf(({ body }) => isGood(body) && Array.isArray(body.data));

/** Where a list has its rows and its paging; quotes have both inside `data` (reference 13.1). */
export interface ListShape {
	rows?: string;
	paging?: string;
}

const countIn = (body: unknown, { paging = 'meta.pagination' }: ListShape): number | undefined => {
	const total = Number(get(body, `${paging}.totalCount`));
	return Number.isSafeInteger(total) && total >= 0 ? total : undefined;
};

/** The rows of a page, whatever they are. */
export const rowsIn = (body: unknown, { rows = 'data' }: ListShape): unknown[] => {
	const found: unknown = get(body, rows);
	return Array.isArray(found) ? found : [];
};

/** How many rows there are in all. */
export const totalIn = countIn;

/**
 * One page of a list: rows that name themselves, and so many as its total promises.
 *
 * @param field by which a row names itself
 * @param offset how many rows came before
 * @param limit how many were asked for; Infinity for a list that comes whole
 */
export const page = (field: string, shape: ListShape, offset: number, limit: number): Gives =>
	givesIf(({ body }) => {
		if (!isGood(body)) return false;
		const found: unknown = get(body, shape.rows ?? 'data');
		const rows = rowsIn(body, shape);
		const total = countIn(body, shape);
		const least = total === undefined ? 0 : Math.min(limit, Math.max(total - offset, 0));
		const isPaged = limit === Infinity || total !== undefined;
		return areRows(found) && isPaged && rows.length >= least && rows.every((row) => isNamed(row, field));
	});
