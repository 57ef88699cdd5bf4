import type { DocumentedNode } from './documented';
import { operationsPage, readmeTable } from './operations';
import { recordsPage } from './records';

const START = '<!-- operations: written by npm run docs -->\n<!-- prettier-ignore-start -->';
const END = '<!-- prettier-ignore-end -->';

/** @throws Error when the README has no place for its table */
function withTable(readme: string, table: string): string {
	const [before, rest, ...more] = readme.split(START);
	const end = rest?.indexOf(END) ?? -1;
	if (end < 0 || more.length) throw new Error(`README.md has no single part between "${START}" and "${END}"`);
	return `${before}${START}\n\n${table}\n\n${rest.slice(end)}`;
}

/**
 * Everything in the documentation that follows from the operations and records.
 *
 * @param readme as it stands; only its table of operations is written
 * @returns texts by file, relative to the project
 */
export const pagesOf = (
	nodes: readonly DocumentedNode[],
	readme: string,
): Readonly<Record<string, string>> => ({
	'README.md': withTable(readme, readmeTable(nodes)),
	'docs/operations.md': operationsPage(nodes),
	'docs/records.md': recordsPage(nodes),
});
