import { isExplained } from '../beside';
import { fallbackOf, isSwitch, switchRules } from '../kinds';
import type { Rule } from '../rule';
import { isRightBehindStarts } from '../settings';

/** What no rule of a Switch wants must go somewhere; only one right behind a start may drop it, and says so. */
export const switchElse: Rule = {
	name: 'connects every output of a Switch, with Else',
	find: (graph) =>
		graph.nodes.filter(isSwitch).flatMap((node) => {
			const { name } = node;
			const loose = switchRules(node)
				.map((_, output) => output)
				.filter((output) => graph.linesFrom(name, output).length === 0)
				.map((output) => ({ node: name, what: `leads nowhere at rule ${output + 1}` }));
			const fallback = fallbackOf(node);
			const hasElse = fallback !== undefined && graph.linesFrom(name, fallback).length > 0;
			const mayDrop = isRightBehindStarts(graph, name) && isExplained(graph, node);
			return hasElse || mayDrop ? loose : [...loose, { node: name, what: 'has no connected Else' }];
		}),
};
