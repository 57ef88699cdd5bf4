import upperFirst from 'lodash/upperFirst';
import type { INode } from 'n8n-workflow';
import { sourceNodes, sourceResources } from '../../unit/support/nodes';
import { expressionsOf, type Template } from './templateFiles';
import { isOfPack } from './nodeTypes';

/** Field that an expression reads from a named node, e.g. `$('Claim').item.json.linkKey`. */
const NAMED = /\$\('([^']+)'\)\.item\.json\.(\w+)/g;

/** Field that an expression reads from the item that comes in. */
const INCOMING = /\$json\.(\w+)/g;

const NODES = sourceNodes();

/** What an operation of this pack gives out, by its output; undefined for triggers, for nodes of others, and where it adds to what came in or keeps it. */
function fieldsOf(node: INode | undefined): ReadonlySet<string> | undefined {
	if (!node || !isOfPack(node)) return undefined;
	const name = upperFirst(node.type.split('.')[1]);
	const { resource, operation, keepInput } = node.parameters;
	const found = NODES.filter(({ className }) => className === name)
		.flatMap(sourceResources)
		.find(({ option }) => option.value === resource)?.operations[String(operation)];
	return found && !found.addsToItem && keepInput !== true
		? new Set(Object.keys(found.output.properties ?? {}))
		: undefined;
}

/** By which outputs of a node, counted from 0, its items come to another one. */
const outputsTo = ({ connections }: Template, from: string, to: string): number[] =>
	Object.values(connections[from] ?? {}).flatMap((branches) =>
		branches.flatMap((targets, index) => ((targets ?? []).some(({ node }) => node === to) ? [index] : [])),
	);

/** The nodes whose items come into a node. */
const before = (template: Template, name: string): INode[] =>
	template.nodes.filter((node) => outputsTo(template, node.name, name).length > 0);

/** Whether what comes from a node is what it could not do: its error output gives what came in, with `error` and `details`. */
const comesAsError = (template: Template, from: INode, to: string): boolean =>
	from.onError === 'continueErrorOutput' && outputsTo(template, from.name, to).every((index) => index > 0);

/**
 * Where an expression reads a field that the node in question does not give. n8n makes such a mistake an empty value without a word. Nodes of this pack are known by their output
 * schemas; behind If and Switch the items are those that came in there, so these are looked through.
 */
export function fieldFaults(template: Template): string[] {
	const nodeOf = (name: string) => template.nodes.find((node) => node.name === name);
	const sources = (name: string, seen = new Set([name])): INode[] =>
		before(template, name).flatMap((node) => {
			if (seen.has(node.name)) return [];
			seen.add(node.name);
			return /\.(if|switch)$/.test(node.type) ? sources(node.name, seen) : [node];
		});
	return expressionsOf(template).flatMap(({ node, at, text }) => {
		const named = [...text.matchAll(NAMED)].flatMap(([, from, field]) => {
			const known = fieldsOf(nodeOf(from));
			return known && !known.has(field) ? [`${node}${at} reads ${field}, which "${from}" does not give`] : [];
		});
		const incoming = sources(node).map((from) =>
			comesAsError(template, from, node) ? undefined : fieldsOf(from),
		);
		const unknown = [...text.matchAll(INCOMING)]
			.map(([, field]) => field)
			.filter((field) => incoming.length > 0 && incoming.every((known) => known && !known.has(field)));
		return [
			...named,
			...unknown.map((field) => `${node}${at} reads ${field}, which nothing before it gives`),
		];
	});
}
