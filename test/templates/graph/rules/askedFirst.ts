import type { Line } from '../graph';
import { isDecision, isDecisionTrigger, isEffect, OUTPUT } from '../kinds';
import type { Rule } from '../rule';

/** Nothing is changed before people were asked, or have decided, or unless it is about what was decided earlier. */
export const askedFirst: Rule = {
	name: 'changes nothing before it has asked',
	find(graph) {
		const isAsked = ({ from, output }: Line): boolean => {
			const node = graph.node(from);
			if (isDecision(node, 'ask')) return output === OUTPUT.ask.asked;
			if (isDecisionTrigger(node)) return output === OUTPUT.trigger.decided;
			return isDecision(node, 'getAll');
		};
		const starts = graph.starts.map(({ name }) => name);
		return [...graph.reached(starts, (line) => !isAsked(line))]
			.filter((name) => isEffect(graph.node(name)))
			.map((node) => ({ node, what: 'can be reached before anybody was asked' }));
	},
};
