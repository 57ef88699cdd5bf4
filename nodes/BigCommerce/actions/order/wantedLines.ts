import sortBy from 'lodash/sortBy';
import type { NamedLine } from '../../records/orderPieces';

/**
 * Named lines in one form, whatever their order: each name once, as the store compares it, without lines of which no piece is wanted.
 *
 * @returns a list for `fingerprint`
 */
export function wantedLines(lines: readonly NamedLine[]): NamedLine[] {
	const wanted = new Map<string, number | undefined>();
	for (const { name, quantity } of lines) {
		const key = name.trim().toLowerCase();
		const before = wanted.get(key) ?? 0;
		const isAll = quantity === undefined || (wanted.has(key) && wanted.get(key) === undefined);
		if (isAll) wanted.set(key, undefined);
		else if (before + quantity > 0) wanted.set(key, before + quantity);
	}
	const rows = [...wanted].map(([name, quantity]) =>
		quantity === undefined ? { name } : { name, quantity },
	);
	return sortBy(rows, 'name');
}

/** As they are entered, in one row. */
export const linesInWords = (lines: readonly NamedLine[]): string =>
	lines.map(({ name, quantity }) => (quantity === undefined ? name : `${name} ${quantity}`)).join(', ');
