/** The mark of a decision in a text of the store's own record. The brackets keep round 1 from being found in round 12. */
export const markOf = (decision: string): string => `[${decision}]`;

/**
 * A text with the mark of a decision behind it.
 *
 * @param most how many characters the store holds: the text is cut, never the mark
 */
export function marked(text: string, most: number, decision?: string): string {
	if (!decision) return text;
	const mark = markOf(decision);
	return [text.slice(0, most - mark.length - 1), mark].filter(Boolean).join(' ');
}
