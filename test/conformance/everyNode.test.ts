/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import { isFile } from '../unit/support/nodes';
import { UNSENT } from './support/arrivals';
import { IDLE_BARE, REFUSED_BARE } from './support/refusedBare';
import { REFUSED_WHOLE } from './support/refusedWhole';
import { actionNodes, operationsOf } from './support/walked';

describe('the conformance walk', () => {
	it('goes over every node that has operations', () => {
		const unwalked = actionNodes().filter((folder) => !isFile(path.join(__dirname, `${folder}.test.ts`)));
		if (unwalked.length > 0) {
			throw new Error(
				`${unwalked.join(', ')}: write test/conformance/<node>.test.ts as it is written for the others`,
			);
		}
	});

	it.each(Object.entries({ IDLE_BARE, REFUSED_BARE, REFUSED_WHOLE, UNSENT }))(
		'knows no exception of an operation that is not there (%s)',
		(_table, exceptions) => {
			const walked = actionNodes().flatMap(operationsOf);
			const titles = walked.map(({ node, resource, operation }) => `${node} ${resource} ${operation}`);
			expect([...exceptions.keys()].filter((title) => !titles.includes(title))).toEqual([]);
		},
	);
});
