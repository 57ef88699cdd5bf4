import type { CaseItem } from './caseItem';
import type { AuditEntry } from './auditTrail';

/** A way to write a trail into one file. */
interface TrailFile {
	mimeType: string;
	write(about: CaseItem, entries: readonly AuditEntry[]): string;
}

const COLUMNS = ['order', 'at', 'event', 'caseId', 'taskId', 'name', 'by', 'details'] as const;

/** A cell (RFC 4180). What a spreadsheet would take for a formula is set in front of an apostrophe: people wrote it. */
function cell(value: string | number | null): string {
	const text = String(value ?? '');
	const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}

const row = (cells: ReadonlyArray<string | number | null>): string => cells.map(cell).join(',');

/** The files in which a trail can be given, by their extensions. The mark in front of a CSV file tells spreadsheets its letters. */
export const TRAIL_FILES: Readonly<Record<string, TrailFile>> = {
	csv: {
		mimeType: 'text/csv',
		write: (_about, entries) =>
			`\uFEFF${[row(COLUMNS), ...entries.map((entry) => row(COLUMNS.map((name) => entry[name])))].join('\r\n')}\r\n`,
	},
	json: {
		mimeType: 'application/json',
		write: (about, entries) => JSON.stringify({ case: about, entries }, null, '\t'),
	},
};
