import escape from 'lodash/escape';
import type { AuditItem } from './auditTrail';

/** Values by their names. */
type Named = Readonly<Record<string, unknown>>;

const shown = (value: unknown): string => {
	if (value === null || value === undefined) return '';
	return escape(typeof value === 'object' ? JSON.stringify(value) : String(value));
};

/** @param columns what each is called, by the name of its value */
function table(columns: Readonly<Record<string, string>>, rows: readonly Named[]): string {
	if (!rows.length) return '';
	const head = Object.values(columns).map((title) => `<th>${escape(title)}</th>`);
	const body = rows.map((row) => {
		const cells = Object.keys(columns).map((name) => `<td>${shown(row[name])}</td>`);
		return `<tr>${cells.join('')}</tr>`;
	});
	return `<table><tr>${head.join('')}</tr>${body.join('')}</table>`;
}

const named = (values: Named): Named[] => Object.entries(values).map(([name, value]) => ({ name, value }));

/** What stands in the first table of a question. */
const FACTS: ReadonlyArray<[name: keyof AuditItem, title: string]> = [
	['askedAt', 'Asked'],
	['askedBy', 'Asked by'],
	['requestedBy', 'Requested by'],
	['deadline', 'Answer wanted by'],
	['outcome', 'Outcome'],
	['decidedBy', 'Decided by'],
	['decidedAt', 'Decided'],
	['reason', 'Reason'],
	['validUntil', 'Valid until'],
	['place', 'Kept as'],
	['questionSha256', 'SHA-256 of the question'],
];

function question(entry: AuditItem): string {
	const { link } = entry;
	const facts = FACTS.flatMap(([name, title]) =>
		entry[name] === null || entry[name] === undefined ? [] : [{ name: title, value: entry[name] }],
	);
	const pairs = { name: '', value: '' };
	return [
		`<section><h2>${shown(entry.name)} – ${shown(link.state)} ${shown(link.verdict)}</h2>`,
		`<p><code>${shown(link.key)}</code></p>`,
		table(pairs, facts),
		table({ name: 'Detail', value: 'As asked' }, named(entry.details)),
		table({ who: 'Who', step: 'Step', outcome: 'Outcome', at: 'When' }, entry.people),
		table({ state: 'State', at: 'When', run: 'Execution', note: 'Note' }, entry.steps),
		table({ name: 'File', sha256: 'SHA-256' }, entry.files),
		table({ name: 'Had to stay the same', value: 'SHA-256' }, named(entry.watched)),
		'</section>',
	].join('\n');
}

const STYLE =
	'body{font:14px/1.4 sans-serif;margin:2em}table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top;white-space:pre-wrap}';

/**
 * An audit trail as one page that needs nothing else. Every value is escaped: shoppers and people write into it.
 *
 * @param title of the page, as plain text
 */
export const auditPage = (title: string, trail: readonly AuditItem[]): string =>
	[
		'<!doctype html>',
		`<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head>`,
		`<body><h1>${escape(title)}</h1>`,
		...(trail.length ? trail.map(question) : ['<p>Nothing was ever asked.</p>']),
		'</body></html>',
	].join('\n');
