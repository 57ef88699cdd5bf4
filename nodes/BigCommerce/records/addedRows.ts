import { isRecord } from '../../shared/isRecord';
import { sameValue } from './sameValue';

/** A row of a list inside a record, of which any field may be asked for. */
export type Row = Readonly<Record<string, unknown>>;

/** By which of its fields a row is known again. */
export type KeysOf = (row: Row) => readonly string[];

const rowsOf = (list: unknown): Row[] => (Array.isArray(list) ? list.filter(isRecord) : []);

/** The rows of a list that a change adds: those without an id. Sent twice, they are added twice (BigCommerce reference 3.4, 7.1). */
export const newRows = (list: unknown): Row[] =>
	rowsOf(list).filter(({ id }) => id === undefined || id === null);

/** Whether a body of any path holds, at any depth, a list with a row that has no id: it may be added, whatever the path makes of it. */
export const mayAdd = (body: unknown): boolean =>
	newRows(body).length > 0 || (typeof body === 'object' && body !== null && Object.values(body).some(mayAdd));

/**
 * Whether all rows that were to be added are among those that came since, each as one of its own: what stood before has an id that was there before.
 *
 * @param wanted the rows as they were sent
 * @param before the list as it stood before they were sent
 * @param after the list as it stands now
 * @param keysOf only fields that were sent are compared
 */
export function areAdded(wanted: readonly Row[], before: unknown, after: unknown, keysOf: KeysOf): boolean {
	const standing = new Set(rowsOf(before).map(({ id }) => String(id)));
	const since = rowsOf(after).filter(({ id }) => !standing.has(String(id)));
	return wanted.every((row) => {
		const names = keysOf(row).filter((name) => row[name] !== undefined);
		const at = since.findIndex((other) => names.every((name) => sameValue(name, other[name], row[name])));
		if (at >= 0) since.splice(at, 1);
		return at >= 0;
	});
}
