import type { OnceWish } from '../../shared/onceWish';

/** The mark of a decision in a text of the store's own record. The brackets keep round 1 from being found in round 12. */
export const markOf = (decision: string): string => `[${decision}]`;

/** So much of the print of what was wanted stands behind the mark: enough to tell two apart. */
const PRINT_LENGTH = 8;

const printed = ({ print }: OnceWish): string => `#${print.slice(0, PRINT_LENGTH)}`;

/**
 * A text with the mark of a decision behind it, and what was wanted for it.
 *
 * @param most how many characters the store holds: the text is cut, never the mark
 */
export function marked(text: string, most: number, wish: OnceWish, decision?: string): string {
	if (!decision) return text;
	const mark = `${markOf(decision)} ${printed(wish)}`;
	return [text.slice(0, most - mark.length - 1), mark].filter(Boolean).join(' ');
}

const PRINT_BEHIND = new RegExp(`^ (#[0-9a-f]{${PRINT_LENGTH}})`);

/** Whether a text with the mark of a decision is marked for something else than what is wanted; marks of before do not tell it. */
export function isMarkedOtherwise(text: string, wish: OnceWish, decision: string): boolean {
	const mark = markOf(decision);
	const at = text.indexOf(mark);
	const behind = at < 0 ? undefined : PRINT_BEHIND.exec(text.slice(at + mark.length))?.[1];
	return behind !== undefined && behind !== printed(wish);
}
