import { isRecord } from '../../shared/isRecord';
import { sameValue } from './sameValue';

/** Lists of an order that are changed line by line, each by its id; lines that are not named stay as they are (BigCommerce reference 3.4). */
export const LINE_LISTS = ['products', 'shipping_addresses'] as const;

/** A line of which any field may be asked for. */
type Line = Readonly<Record<string, unknown>>;

/** A line that goes away is asked for by this amount (reference 3.4). */
const isRemoval = ({ quantity }: Line): boolean => sameValue('quantity', 0, quantity);

/** Whether a line is so already. One without an id is to be added, so it never is. */
function stands(lines: readonly Line[], wanted: unknown): boolean {
	if (!isRecord(wanted) || wanted.id === undefined || wanted.id === null) return false;
	const { id, ...fields } = wanted;
	const line = lines.find((candidate) => String(candidate.id) === String(id));
	if (!line) return isRemoval(wanted);
	return Object.entries(fields).every(([name, value]) => sameValue(name, line[name], value));
}

/**
 * The lines of an order that have to be sent. A line that is sent loses its discounts, even when it says nothing new (reference 3.4), so those that are so already are left out.
 *
 * @param current the lines as they were read
 * @returns undefined when every line is so already; all of it where either side is no list
 */
export function changedLines(current: unknown, wanted: unknown): unknown {
	if (!Array.isArray(wanted) || !Array.isArray(current)) return wanted;
	const lines: Line[] = current.filter(isRecord);
	const changed = wanted.filter((line) => !stands(lines, line)).filter(isRecord);
	return changed.length ? changed : undefined;
}
