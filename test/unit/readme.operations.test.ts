/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { recordFiles } from '../run/docs/recordFiles';
import { pagesOf } from '../run/docs/pages';
import { table } from '../run/docs/markdown';
import type { DocumentedNode } from '../run/docs/documented';
import { isFile, ROOT, sourceNodes, sourceResources } from './support/nodes';

const committed = (file: string) => {
	const target = path.join(ROOT, file);
	return isFile(target) ? readFileSync(target, 'utf8') : '';
};

const documented = (): DocumentedNode[] =>
	sourceNodes().flatMap((source) => {
		const resources = sourceResources(source);
		if (!resources.length) return [];
		const records: object[] = recordFiles(source.folder).map((file) => jest.requireActual<object>(file));
		return [
			{
				folder: path.basename(source.folder),
				displayName: source.node.description.displayName,
				resources,
				records: Object.assign({}, ...records),
			},
		];
	});

describe('the documentation that follows from the operations', () => {
	const nodes = documented();

	it('is as npm run docs writes it', () => {
		const pages = Object.entries(pagesOf(nodes, committed('README.md')));
		const stale = pages.filter(([file, text]) => committed(file) !== text).map(([file]) => file);
		if (stale.length) throw new Error(`${stale.join(', ')}: run npm run docs`);
	});

	it('lists nodes, resources and operations by name', () => {
		const byName = (names: string[]) =>
			expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
		byName(nodes.map(({ displayName }) => displayName));
		for (const { resources } of nodes) {
			byName(resources.map(({ option }) => option.name));
			for (const { operations } of resources) {
				byName(Object.values(operations).map(({ option }) => option.name));
			}
		}
	});

	it('has no place for its table in a README without one', () => {
		expect(() => pagesOf([], 'No table')).toThrow('README.md has no single part');
	});

	it('leaves out columns of a table in which no row says anything', () => {
		expect(
			table(
				['One', 'Two'],
				[
					['a', ''],
					['b', ''],
				],
			),
		).toBe('| One |\n| --- |\n| a |\n| b |');
	});
});
