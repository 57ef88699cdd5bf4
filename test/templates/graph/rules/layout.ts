import { layoutFaults } from '../../rules.cjs';
import type { Rule } from '../rule';

/** The same check as in the build; what it says names the nodes. */
export const layout: Rule = {
	name: 'goes from left to right, without crossing lines',
	find: ({ template }) =>
		layoutFaults(template).map((what) => ({ node: /"([^"]+)"/.exec(what)?.[1] ?? template.name, what })),
};
