import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { PACKAGE } from '../../unit/support/nodes';
import type { Template } from '../support/templateFiles';

/** Full type of a node of this package. */
export const ours = (name: string): string => `${PACKAGE.name}.${name}`;

/** Full type of a node of n8n. */
export const base = (name: string): string => `n8n-nodes-base.${name}`;

export const node = (
	name: string,
	type: string,
	position: INode['position'],
	parameters: INodeParameters = {},
): INode => ({ id: name, name, type, typeVersion: 1, position, parameters });

const sticky = (name: string, position: INode['position'], content: string): INode =>
	node(name, base('stickyNote'), position, { content, width: 600, height: 300 });

/** A condition that a field equals a value. */
export const equals = (field: string, rightValue: string | boolean) => ({
	leftValue: `={{ $json.${field} }}`,
	rightValue,
	operator: { type: typeof rightValue, operation: 'equals' },
});

/** A condition that a field contains a setting. */
export const contains = (field: string, setting: string) => ({
	leftValue: `={{ $json.${field} }}`,
	rightValue: `={{ $json.settings.${setting} }}`,
	operator: { type: 'string', operation: 'contains' },
});

/** A condition that a number reaches a setting. */
export const reaches = (field: string, setting: string) => ({
	leftValue: `={{ $json.${field} }}`,
	rightValue: `={{ $json.settings.${setting} }}`,
	operator: { type: 'number', operation: 'gte' },
});

/** A condition that a number is above another one. */
export const isAbove = (field: string, rightValue: number) => ({
	leftValue: `={{ $json.${field} }}`,
	rightValue,
	operator: { type: 'number', operation: 'gt' },
});

/** A condition that a field holds something. */
export const isFilled = (field: string) => ({
	leftValue: `={{ $json.${field} }}`,
	rightValue: '',
	operator: { type: 'string', operation: 'notEmpty', singleValue: true },
});

export const allOf = (...conditions: INodeParameters[]): INodeParameters => ({
	combinator: 'and',
	conditions,
});

export const anyOf = (...conditions: INodeParameters[]): INodeParameters => ({
	combinator: 'or',
	conditions,
});

export const switching = (...rules: INodeParameters[]): INodeParameters => ({
	rules: { values: rules.map((conditions) => ({ conditions })) },
	options: { fallbackOutput: 'extra' },
});

/** Lines by output, each to some nodes. */
export const lines = (...outputs: string[][]) => ({
	main: outputs.map((targets) => targets.map((to) => ({ node: to, type: 'main' as const, index: 0 }))),
});

const decision = (name: string, position: INode['position'], parameters: INodeParameters): INode =>
	node(name, ours('openTextDecision'), position, parameters);

const NODES: INode[] = [
	sticky('About', [-700, -300], '## About\nSettings: limit'),
	sticky('Note: Ask', [0, -300], '### Ask'),
	sticky('Note: Decide', [0, 250], '### Decide'),
	sticky('Note: Meanwhile', [0, 580], '### Meanwhile'),
	node('Order Placed', ours('bigCommerceTrigger'), [0, 0]),
	node('Settings', base('set'), [220, 0], {
		assignments: { assignments: [{ name: 'settings.limit', value: 1000 }] },
		includeOtherFields: true,
	}),
	node('Why Review It?', base('switch'), [440, 0], switching(allOf(equals('order.facts.waiting', true)))),
	decision('Ask the Reviewers', [660, -100], {
		operation: 'ask',
		answerWantedWithin: 24,
		name: '=Order {{ $json.order.id }}',
	}),
	decision('Withdraw the Question', [660, 100], { operation: 'withdraw' }),
	node('Review Decided', ours('openTextDecisionTrigger'), [0, 400]),
	node(
		'What Was Decided?',
		base('switch'),
		[440, 400],
		switching(
			allOf(equals('outcome', 'approved')),
			allOf(equals('outcome', 'rejected'), equals('unchanged', true)),
		),
	),
	decision('Release the Order', [660, 260], { operation: 'finish' }),
	node('Give the Money Back', ours('bigCommerce'), [660, 400], { resource: 'refund', operation: 'create' }),
	decision('Cancel the Order', [880, 400], { operation: 'finish' }),
	decision('Keep It on Hold', [660, 540], { operation: 'finish' }),
	decision('Note It on the Order', [220, 700], { operation: 'note' }),
];

const CONNECTIONS: IConnections = {
	'Order Placed': lines(['Settings']),
	Settings: lines(['Why Review It?']),
	'Why Review It?': lines(['Ask the Reviewers'], ['Withdraw the Question']),
	'Review Decided': lines(['What Was Decided?'], ['Note It on the Order'], ['Settings']),
	'What Was Decided?': lines(['Release the Order'], ['Give the Money Back'], ['Keep It on Hold']),
	'Give the Money Back': lines(['Cancel the Order']),
};

/** A small template that keeps every rule, made anew each time, so that a test may spoil it. */
export const goodTemplate = (): Template => ({
	name: 'A Small Review',
	nodes: structuredClone(NODES),
	connections: structuredClone(CONNECTIONS),
	pinData: { 'Order Placed': [{ json: {} }], 'Review Decided': [{ json: {} }] },
});
