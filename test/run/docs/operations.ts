import groupBy from 'lodash/groupBy';
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

/** A scope as the control panel and our errors name it. */
const scopeName = ({ name, access, when = {} }: Scope): string => {
	const values = Object.values(when).flat();
	return [`${name}: ${access}`, ...(values.length ? [`(${values.join(', ')})`] : [])].join(' ');
};

const rowOf = ({ operation }: DocumentedOperation): string[] => {
	const { option, effect, scopes = [], batch, outputs = [] } = operation;
	return [
		cell(option.name),
		cell(option.description ?? ''),
		EFFECTS[effect],
		scopes.map(scopeName).join('; '),
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
