import type { Graph } from '../graph';
import { isExplained } from '../beside';
import { isAsked, isDecision, isIf, OUTPUT } from '../kinds';
import type { Fault, Rule } from '../rule';

const looseSides = (graph: Graph): Fault[] =>
	graph.nodes
		.filter((node) => isIf(node) && !isExplained(graph, node))
		.flatMap(({ name }) =>
			[0, 1]
				.filter((output) => graph.linesFrom(name, output).length === 0)
				.map((output) => ({
					node: name,
					what: `ends at its side ${output === 0 ? 'true' : 'false'}, and the note beside it does not say so`,
				})),
		);

/** Somebody who filled in a form waits for an answer; an event does not. */
const unanswered = (graph: Graph): Fault[] => {
	const asked = graph.reached(graph.nodes.filter(isAsked).map(({ name }) => name));
	return graph.nodes
		.filter((node) => isDecision(node, 'ask') && asked.has(node.name))
		.filter(({ name }) => graph.linesFrom(name, OUTPUT.ask.nothingToAsk).length === 0)
		.map(({ name }) => ({ node: name, what: 'drops Nothing to Ask, although a person waits for an answer' }));
};

/** A path ends only where that is meant. */
export const ends: Rule = {
	name: 'ends only where it says so',
	find: (graph) => [...looseSides(graph), ...unanswered(graph)],
};
