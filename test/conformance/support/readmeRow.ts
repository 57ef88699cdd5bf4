/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../unit/support/nodes';
import { operationsOf, type Walked } from './walked';

const cellsOf = (line: string) =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());

/** The row of a resource in the table of operations, as it has to be, when the README does not have it so. */
export function missingRow({ folder, nodeName, resource, resourceName }: Walked): string | undefined {
	const names = operationsOf(folder)
		.filter((other) => other.resource === resource)
		.map(({ declared }) => declared.option.name);
	const wanted = [nodeName, resourceName, names.join(', ')];
	const rows = readFileSync(path.join(ROOT, 'README.md'), 'utf8').split('\n').map(cellsOf);
	const isThere = rows.some((cells) => cells.join('|') === wanted.join('|'));
	return isThere ? undefined : `| ${wanted.join(' | ')} |`;
}
