import type { Rule } from '../rule';

/** More nobody takes in at a look (templates, rule 1). */
const MOST = 16;

/** Templates that are promised to be smaller. */
const PROMISED: Readonly<Record<string, number>> = { 'Order Risk Review': 12, 'Order Sign-Off': 12 };

export const size: Rule = {
	name: 'has few working nodes',
	find({ nodes, template: { name } }) {
		const most = PROMISED[name] ?? MOST;
		return nodes.length > most
			? [{ node: name, what: `has ${nodes.length} working nodes, and ${most} are allowed` }]
			: [];
	},
};
