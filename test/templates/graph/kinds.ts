import get from 'lodash/get';
import type { INode } from 'n8n-workflow';
import { PACKAGE } from '../../unit/support/nodes';

const OURS = `${PACKAGE.name}.`;
const DECISION = `${OURS}openTextDecision`;
const DECISION_TRIGGER = `${OURS}openTextDecisionTrigger`;

/** Outputs of the decision nodes, counted from 0. */
export const OUTPUT = {
	ask: { asked: 0, nothingToAsk: 1 },
	finish: { done: 0, heldBack: 1 },
	trigger: { decided: 0, progress: 1, askAgain: 2 },
} as const;

/** Parameters of the decision nodes that rules read. */
export const PARAMETER = { deadline: 'answerWantedWithin', forDecision: 'forDecision' } as const;

/** How many outputs a decision operation has; the others have one. */
const DECISION_OUTPUTS: Readonly<Record<string, number>> = { ask: 2, finish: 2, note: 2 };

/** Operations that change nothing begin so. */
const READS = /^(get|list|search|find|count|download|verify|collect)/;

const SAFE_METHODS: ReadonlySet<unknown> = new Set([undefined, 'GET', 'HEAD']);

const operationOf = ({ parameters }: INode): string => String(parameters.operation ?? 'ask');

/** @param operation any when left out */
export const isDecision = (node: INode | undefined, operation?: string): node is INode =>
	node?.type === DECISION && (operation ?? operationOf(node)) === operationOf(node);

export const isDecisionTrigger = (node: INode | undefined): node is INode => node?.type === DECISION_TRIGGER;

export const isSwitch = ({ type }: INode): boolean => type === 'n8n-nodes-base.switch';

export const isIf = ({ type }: INode): boolean => type === 'n8n-nodes-base.if';

export const isSet = ({ type }: INode): boolean => type === 'n8n-nodes-base.set';

/** What begins runs. */
export const isTrigger = ({ type }: INode): boolean =>
	/Trigger$/.test(type) || type === 'n8n-nodes-base.webhook';

/** A person waits for what comes of it. */
export const isAsked = ({ type }: INode): boolean =>
	/\.(formTrigger|webhook|chatTrigger|manualTrigger)$/.test(type);

/** What changes something in a store or a service; a decision operation keeps its own rules. */
export function isEffect(node: INode | undefined): node is INode {
	if (!node || isTrigger(node)) return false;
	if (node.type === 'n8n-nodes-base.httpRequest') return !SAFE_METHODS.has(node.parameters.method);
	return node.type.startsWith(OURS) && node.type !== DECISION && !READS.test(operationOf(node));
}

export const isOurs = ({ type }: INode): boolean => type.startsWith(OURS);

/** A condition as If and Switch keep it. */
interface Conditions {
	/** every one has to hold */
	all: boolean;
	each: unknown[];
}

const listAt = (value: unknown, path: string): unknown[] => {
	const list: unknown = get(value, path);
	return Array.isArray(list) ? list : [];
};

const conditionsIn = (value: unknown): Conditions => ({
	all: get(value, 'combinator') !== 'or',
	each: listAt(value, 'conditions'),
});

/** The rules of a Switch, by output. */
export const switchRules = ({ parameters }: INode): unknown[] => listAt(parameters, 'rules.values');

/** What holds for an item that leaves If or Switch by this output; nothing is known of the others. */
export function conditionsAt(node: INode, output: number): Conditions | undefined {
	if (isIf(node)) return output === 0 ? conditionsIn(node.parameters.conditions) : undefined;
	if (!isSwitch(node)) return undefined;
	const rule = switchRules(node)[output];
	return rule === undefined ? undefined : conditionsIn(get(rule, 'conditions'));
}

/** The output of a Switch for what no rule wants; undefined when it drops that. */
export function fallbackOf(node: INode): number | undefined {
	const wished: unknown = get(node.parameters, 'options.fallbackOutput');
	if (wished === 'extra') return switchRules(node).length;
	return typeof wished === 'number' ? wished : undefined;
}

/** The outputs of a node by which its items go on, without the error output. */
export function outputsOf(node: INode): number[] {
	const count = () => {
		if (isDecisionTrigger(node)) return 3;
		if (isDecision(node)) return DECISION_OUTPUTS[operationOf(node)] ?? 1;
		if (isIf(node)) return 2;
		return isSwitch(node) ? Math.max(switchRules(node).length, (fallbackOf(node) ?? 0) + 1) : 1;
	};
	return Array.from({ length: count() }, (_, output) => output);
}
