import type { ImportedTemplate } from './templates';

export interface SummaryFacts {
	editor: string;
	sandbox: string;
	email: string;
	password: string;
	templates: readonly ImportedTemplate[];
	logFolder: string;
}

const table = (rows: ReadonlyArray<readonly [string, string]>): string => {
	const width = Math.max(...rows.map(([label]) => label.length));
	return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`).join('\n');
};

/** What the user reads when everything runs. */
export const summarise = (facts: SummaryFacts): string => {
	const templates = facts.templates.map(({ name, done, refusal }): readonly [string, string] => [
		'Template',
		refusal === undefined ? `${name} (${done})` : `${name} (${done}, but not active: ${refusal})`,
	]);
	const rows = table([
		['n8n editor', facts.editor],
		['Login', facts.email],
		['Password', facts.password],
		['Sandbox page', facts.sandbox],
		...templates,
		['Logs', facts.logFolder],
	]);
	return [
		'',
		'Everything runs.',
		'',
		rows,
		'',
		'  Place a suspicious order on the sandbox page, decide its case there, and watch the order and the execution in n8n.',
		'  Or place a large one and sign its document: the outbox on the sandbox page links to the signer page.',
		'  Ctrl-C stops both; the next start goes on where you left.',
		'',
		'',
	].join('\n');
};
