import groupBy from 'lodash/groupBy';
import type { INodeProperties } from 'n8n-workflow';
import type { Effect, Scope } from '../../../nodes/shared/operation';
import { operationsIn, type DocumentedNode, type DocumentedOperation } from './documented';
import { cell, page, table } from './markdown';

const EFFECTS: Readonly<Record<Effect, string>> = { read: 'reads', change: 'changes', once: 'once' };

const HOW_TO_READ = `What every operation does, what it needs, and how many items one call of it takes. Written by \`npm run docs\` from the operations themselves.

- **reads** changes nothing; five items run side by side.
- **changes** may be repeated and then stands as before; items run one after another.
- **once** must not happen twice: it is looked for by a key of its own before it is done.
- **Scopes** are rights of the API account, by the names of the control panel.`;

const FOR_AGENTS = `Every node here can be a tool of an AI agent, which may then do what you choose under Resource and Operation, without asking anybody. These operations change something, and the
tool's panel says so. Give them to an agent only where you would let it act alone, or add a human review step to the tool; of those under **Once**, a second one is a second effect.`;

/** When a scope is needed, as the editor shows the field that decides it. */
function conditionOf(
	[name, values]: [string, readonly string[]],
	fields: readonly INodeProperties[],
): string {
	const field = fields.find((one) => one.name === name);
	if (!field) return values.join(', ');
	if (field.type === 'boolean') return `with ${field.displayName}`;
	const shown = (value: string) =>
		(field.options ?? []).find((option) => 'value' in option && option.value === value)?.name ?? value;
	return `${field.displayName}: ${values.map(shown).join(', ')}`;
}

/** A scope as the control panel and our errors name it. */
const scopeName = ({ name, access, when = {} }: Scope, fields: readonly INodeProperties[]): string => {
	const conditions = Object.entries(when).map((entry) => conditionOf(entry, fields));
	return [`${name}: ${access}`, ...(conditions.length ? [`(${conditions.join('; ')})`] : [])].join(' ');
};

const rowOf = ({ operation }: DocumentedOperation): string[] => {
	const { option, effect, scopes = [], scopesBy, fields = [], batch, outputs = [] } = operation;
	return [
		cell(option.name),
		cell(option.description ?? ''),
		EFFECTS[effect],
		[...scopes.map((scope) => scopeName(scope, fields)), ...(scopesBy ? [scopesBy] : [])].join('; '),
		batch ? `up to ${batch.most}` : '',
		outputs.join(', '),
	];
};

const HEAD = ['Operation', 'What it does', 'Effect', 'Scopes', 'Items in one call', 'Outputs'];

function nodePart(node: DocumentedNode): string[] {
	const byResource = node.resources.flatMap((resource) => [
		`### ${resource.option.name}`,
		resource.option.description ? `${cell(resource.option.description)}.` : '',
		table(
			HEAD,
			Object.values(resource.operations).map((operation) => rowOf({ node, resource, operation })),
		),
	]);
	return [`## ${node.displayName}`, ...byResource];
}

/** Which operations an account with a scope can run. */
function scopePart(nodes: readonly DocumentedNode[]): string[] {
	const needs = nodes.flatMap(operationsIn).flatMap(({ resource, operation }) =>
		(operation.scopes ?? []).map((scope) => ({
			scope: `${scope.name}: ${scope.access}`,
			resource: resource.option.name,
			operation: operation.option.name,
		})),
	);
	const rows = Object.entries(groupBy(needs, 'scope'))
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([scope, needed]) => [
			scope,
			Object.entries(groupBy(needed, 'resource'))
				.map(([resource, some]) => `${resource} (${some.map(({ operation }) => operation).join(', ')})`)
				.join('; '),
		]);
	return ['## By scope', table(['Scope', 'Operations that need it'], rows)];
}

function agentPart(nodes: readonly DocumentedNode[]): string[] {
	const rows = nodes.flatMap(({ displayName, resources }) =>
		resources.map(({ option, operations }) => {
			const named = (effect: Effect) =>
				Object.values(operations)
					.filter((operation) => operation.effect === effect)
					.map((operation) => operation.option.name)
					.join(', ');
			return [displayName, option.name, named('change'), named('once')];
		}),
	);
	const changing = rows.filter(([, , ...named]) => named.some(Boolean));
	return ['## For AI agents', FOR_AGENTS, table(['Node', 'Resource', 'Changes', 'Once'], changing)];
}

/** `docs/operations.md`. */
export const operationsPage = (nodes: readonly DocumentedNode[]): string =>
	page(['# Operations', HOW_TO_READ, ...nodes.flatMap(nodePart), ...scopePart(nodes), ...agentPart(nodes)]);

/** The README's table: one row for each resource. */
export const readmeTable = (nodes: readonly DocumentedNode[]): string =>
	table(
		['Node', 'Resource', 'Operations'],
		nodes.flatMap(({ displayName, resources }) =>
			resources.map(({ option, operations }) => [
				displayName,
				option.name,
				Object.values(operations)
					.map((operation) => operation.option.name)
					.join(', '),
			]),
		),
	);
