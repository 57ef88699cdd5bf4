import { isDecision, isDecisionTrigger, outputsOf, OUTPUT } from '../kinds';
import type { Rule } from '../rule';

/** What is decided is told until Finish has recorded it: a path without it would be told for ever. */
export const finished: Rule = {
	name: 'finishes everything that was decided',
	find(graph) {
		const decided = graph.nodes
			.filter(isDecisionTrigger)
			.flatMap(({ name }) => graph.linesFrom(name, OUTPUT.trigger.decided))
			.map(({ to }) => to);
		const reached = graph.reached(decided, ({ from }) => !isDecision(graph.node(from), 'finish'));
		return [...reached].flatMap((name) => {
			const node = graph.node(name);
			if (!node || isDecision(node, 'finish')) return [];
			return outputsOf(node)
				.filter((output) => graph.linesFrom(name, output).length === 0)
				.map((output) => ({
					node: name,
					what: `ends the path of a decision at output ${output} without Finish`,
				}));
		});
	},
};
