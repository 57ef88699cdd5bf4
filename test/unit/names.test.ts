/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { namesOf } from '../run/names/namesOf';
import { ROOT, sourceNodes } from './support/nodes';

const held = readFileSync(path.join(ROOT, 'test/run/names/held.txt'), 'utf8').trim().split('\n');

describe('the names that saved workflows depend on', () => {
	it('are all still there: none was renamed or removed (npm run names writes down new ones)', () => {
		const names = new Set(sourceNodes().flatMap(({ node }) => namesOf(node.description)));
		expect(names.size).toBeGreaterThan(0);
		expect(held.filter((name) => !names.has(name))).toEqual([]);
	});
});
