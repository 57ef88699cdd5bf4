import get from 'lodash/get';
import type { INode } from 'n8n-workflow';
import type { Graph, Line } from '../graph';
import { conditionsAt, isDecision, isDecisionTrigger, isEffect, isOurs, OUTPUT, PARAMETER } from '../kinds';
import type { Fault, Rule } from '../rule';

const SAFE = /\.(clear|unchanged)\b/;

/** `is true`, or compared with true. */
const saysTrue = (condition: unknown): boolean => {
	const operation: unknown = get(condition, 'operator.operation');
	const right: unknown = get(condition, 'rightValue');
	return operation === 'true' || (operation === 'equals' && String(right) === 'true');
};

const isGuard = (graph: Graph, { from, output }: Line): boolean => {
	const node = graph.node(from);
	const conditions = node && conditionsAt(node, output);
	if (!conditions || (!conditions.all && conditions.each.length > 1)) return false;
	return conditions.each.some(
		(condition) => SAFE.test(String(get(condition, 'leftValue'))) && saysTrue(condition),
	);
};

const runsForNothing = ({ parameters }: INode): boolean =>
	[parameters[PARAMETER.forDecision], get(parameters, `options.${PARAMETER.forDecision}`)].includes('');

const decidedAt = (graph: Graph): string[] =>
	graph.nodes
		.filter(isDecisionTrigger)
		.flatMap(({ name }) => graph.linesFrom(name, OUTPUT.trigger.decided))
		.map(({ to }) => to);

/** The effects between Decided and Finish that a walk comes to. */
function effects(graph: Graph, passes: (line: Line) => boolean): INode[] {
	const reached = graph.reached(
		decidedAt(graph),
		(line) => !isDecision(graph.node(line.from), 'finish') && passes(line),
	);
	return [...reached].map((name) => graph.node(name)).filter(isEffect);
}

/** What people have decided is carried out only on what they have seen, and in the name of their decision. */
export const carriedOutSafely: Rule = {
	name: 'carries out a decision only behind a condition on clear or unchanged, and in its name',
	find: (graph): Fault[] => [
		...effects(graph, (line) => !isGuard(graph, line)).map(({ name }) => ({
			node: name,
			what: 'is carried out without a condition on clear or unchanged',
		})),
		...effects(graph, () => true)
			.filter((node) => isOurs(node) && runsForNothing(node))
			.map(({ name }) => ({ node: name, what: 'does not run For Decision' })),
	],
};
