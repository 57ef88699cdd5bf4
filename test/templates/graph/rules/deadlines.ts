import get from 'lodash/get';
import { isDecision, PARAMETER } from '../kinds';
import type { Rule } from '../rule';

const EMPTY: ReadonlySet<unknown> = new Set([undefined, null, '', 0, '=']);

/** Silence must be noticed. */
export const deadlines: Rule = {
	name: 'asks nobody without a deadline',
	find: ({ nodes }) =>
		nodes
			.filter((node) => isDecision(node, 'ask'))
			.filter(({ parameters }) =>
				[PARAMETER.deadline, `options.${PARAMETER.deadline}`].every((path) =>
					EMPTY.has(get(parameters, path)),
				),
			)
			.map(({ name }) => ({ node: name, what: 'has no deadline' })),
};
