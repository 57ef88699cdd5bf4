import { rowsOf, type Row } from '../transport/newRows';
import { sameValue } from './sameValue';

/** By which of its fields a row is known again. */
export type KeysOf = (row: Row) => readonly string[];

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
