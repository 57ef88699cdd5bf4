import { isRecord } from './isRecord';
import type { Broken, Reply } from './send';

/**
 * What a good answer of a call must look like (design page: "A good status is not a good answer").
 *
 * @returns undefined when the answer is one; else what came instead, for the error text: `a web page`
 */
export type Gives = (reply: Reply) => string | undefined;

/** A good status with a body that is not what the call gives; for a write, whether it was carried out is not known. */
export const unreadable = (instead: string, { status }: Reply): Broken => ({
	status: 0,
	code: `HTTP ${status}`,
	neverSent: false,
	instead,
});

/** Nothing at all, as after a 204. */
export const isNoBody = (body: unknown): boolean => body === undefined || body === null || body === '';

/** What a body is, when it is not what was expected. It names no content: that may hold anybody's data. */
export function bodyKind(body: unknown): string {
	if (isNoBody(body)) return 'nothing';
	if (typeof body !== 'string') return 'data of another shape';
	return /<(!doctype|html|head|body|title|h1|div)\b/i.test(body) ? 'a web page' : 'text that cannot be read';
}

/** Turns a yes or no into an answer of the kind that `Gives` gives. */
export const givesIf =
	(holds: (reply: Reply) => boolean): Gives =>
	(reply) =>
		holds(reply) ? undefined : bodyKind(reply.body);

/** Whether every row of a list is a record. A `null` in between says nothing and is passed over; rows of another kind mean that this is no such list. */
export const areRows = (rows: unknown): rows is unknown[] =>
	Array.isArray(rows) &&
	rows.every((row) => row === null || isRecord(row)) &&
	(rows.length === 0 || rows.some(isRecord));

/** Whether a record names itself, and by the name it was asked for. Numbers and texts mean the same id. */
export const isNamed = (record: unknown, field: string, name?: string | number): boolean =>
	isRecord(record) &&
	(typeof record[field] === 'number' || (typeof record[field] === 'string' && record[field] !== '')) &&
	(name === undefined || String(record[field]).toLowerCase() === String(name).toLowerCase());
