/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../unit/support/nodes';
import { titleOf, type Walked } from './walked';

export const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

const cellsOf = (line: string) =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());

/** Whether a row of the README names the operation beside its node and its resource. */
const isIn = (readme: string, { nodeName, resourceName, declared }: Walked): boolean =>
	readme
		.split('\n')
		.map(cellsOf)
		.some(
			([node, resource, operations = '']) =>
				node === nodeName &&
				resource === resourceName &&
				operations.split(', ').includes(declared.option.name),
		);

/** What an operation needs before it can be walked over, with what to do about it. */
export function lacking(walked: Walked, readme = README): string[] {
	const title = titleOf(walked);
	return [
		...(walked.entry
			? []
			: [`${title} has no case: write under "${walked.operation}" in ${walked.caseFile} how it is run`]),
		...(isIn(readme, walked) ? [] : [`${title} is not in the README: run npm run docs`]),
	];
}
