import { isRecord } from '../../shared/isRecord';

/** A row of a list inside a record, of which any field may be asked for. */
export type Row = Readonly<Record<string, unknown>>;

export const rowsOf = (list: unknown): Row[] => (Array.isArray(list) ? list.filter(isRecord) : []);

/** The rows of a list that a change adds: those without an id. Sent twice, they are added twice (BigCommerce reference 3.4, 7.1). */
export const newRows = (list: unknown): Row[] =>
	rowsOf(list).filter(({ id }) => id === undefined || id === null);

/** Whether a body of any path holds, at any depth, a list with a row that has no id: it may be added, whatever the path makes of it. */
export const mayAdd = (body: unknown): boolean =>
	newRows(body).length > 0 || (typeof body === 'object' && body !== null && Object.values(body).some(mayAdd));
