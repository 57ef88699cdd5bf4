import { sumOf, type Counts } from './counts';

export interface LayerResult extends Counts {
	name: string;
	seconds: number;
	/** why it was skipped or could not run, and what to install */
	note?: string;
	/** what failed, a line each */
	failures?: readonly string[];
}

const HEAD = ['layer', 'passed', 'failed', 'skipped', 'seconds', ''];

const row = ({ name, passed, failed, skipped, seconds, note = '' }: LayerResult): string[] => [
	name,
	String(passed),
	String(failed),
	String(skipped),
	seconds.toFixed(1),
	note,
];

/** What failed, the table of the layers, a remark on the whole run if there is one, and as last line the numbers over all layers. */
export const formatReport = (results: readonly LayerResult[], remark?: string): string => {
	const rows = [HEAD, ...results.map(row)];
	const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
	const line = (cells: string[]) =>
		cells
			.map((cell, column) =>
				column === 0 || column === HEAD.length - 1
					? cell.padEnd(widths[column])
					: cell.padStart(widths[column]),
			)
			.join('  ')
			.trimEnd();
	const { passed, failed, skipped } = sumOf(results);
	const last = `${passed} passed, ${failed} failed, ${skipped} skipped`;
	const failures = results.flatMap((result) =>
		(result.failures ?? []).map((failure) => `failed in ${result.name}: ${failure}`),
	);
	const told = failures.length > 0 ? ['', ...failures] : [];
	return [...told, '', ...rows.map(line), '', ...(remark === undefined ? [] : [remark, '']), last, ''].join(
		'\n',
	);
};

/** 1 when something failed or nothing ran, else 0. */
export const exitCodeOf = (results: readonly LayerResult[]): 0 | 1 => {
	const { passed, failed } = sumOf(results);
	return failed > 0 || passed === 0 ? 1 : 0;
};
