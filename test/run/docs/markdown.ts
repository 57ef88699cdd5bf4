/** A text inside a cell: on one line, and no markup by accident. */
export const cell = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.replace(/[|<]/g, (sign) => (sign === '|' ? '\\|' : '&lt;'))
		.trim();

/** Not padded: a longer cell changes its own row only. */
const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** @param rows cell by cell; columns in which no row says anything are left out */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const used = head.map((_name, at) => rows.some((row) => row[at]));
	const kept = (cells: readonly string[]) => rowOf(cells.filter((_cell, at) => used[at]));
	return [kept(head), kept(head.map(() => '---')), ...rows.map(kept)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** A page of paragraphs, tables and headings. */
export const page = (parts: readonly string[]): string => `${parts.filter(Boolean).join('\n\n')}\n`;
