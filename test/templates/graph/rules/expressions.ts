import { expressionsOf } from '../../support/templateFiles';
import { expressionFaults } from '../expression';
import type { Rule } from '../rule';

export const expressions: Rule = {
	name: 'has only expressions that dragging gives',
	find: ({ template }) =>
		expressionsOf(template).flatMap(({ node, at, text }) =>
			expressionFaults(text).map((what) => ({ node, what: `${at} ${what}` })),
		),
};
