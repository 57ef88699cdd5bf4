import { expressionsOf } from '../../support/templateFiles';
import { namedIn } from '../expression';
import type { Rule } from '../rule';

/** A node that some paths go round has given nothing there, and n8n makes an error of it. */
export const references: Rule = {
	name: 'reads by name only from nodes that every path passes before',
	find(graph) {
		const starts = graph.starts.map(({ name }) => name);
		const isRoundable = (name: string, node: string): boolean =>
			name === node ||
			graph
				.reached(
					starts.filter((start) => start !== name),
					({ to }) => to !== name,
				)
				.has(node);
		return expressionsOf(graph.template).flatMap(({ node, at, text }) =>
			namedIn(text)
				.filter((name) => isRoundable(name, node))
				.map((name) => ({ node, what: `${at} reads from "${name}", which not every path passes before` })),
		);
	},
};
