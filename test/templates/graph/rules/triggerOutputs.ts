import { isTrigger, outputsOf } from '../kinds';
import type { Fault, Rule } from '../rule';

export const triggerOutputs: Rule = {
	name: 'begins with triggers, and each of their outputs leads somewhere',
	find: (graph): Fault[] => [
		...graph.starts
			.filter((node) => !isTrigger(node))
			.map(({ name }) => ({ node: name, what: 'is reached by nothing' })),
		...graph.nodes.filter(isTrigger).flatMap((node) =>
			outputsOf(node)
				.filter((output) => graph.linesFrom(node.name, output).length === 0)
				.map((output) => ({ node: node.name, what: `leads nowhere at output ${output}` })),
		),
	],
};
