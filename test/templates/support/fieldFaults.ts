/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import get from 'lodash/get';
import type { INode } from 'n8n-workflow';
import { expressionsOf, type Template } from './templateFiles';
import { isOfPack } from './nodeTypes';

const NODES = path.join(__dirname, '../../../nodes');

/** Field that an expression reads from a named node, e.g. `$('Claim').item.json.linkKey`. */
const NAMED = /\$\('([^']+)'\)\.item\.json\.(\w+)/g;

/** Field that an expression reads from the item that comes in. */
const INCOMING = /\$json\.(\w+)/g;

/** What an operation of this pack gives out, by its output schema; undefined for triggers and nodes of others. */
function fieldsOf(node: INode | undefined): ReadonlySet<string> | undefined {
	if (!node || !isOfPack(node)) return undefined;
	const [, name] = node.type.split('.');
	const folder = name[0].toUpperCase() + name.slice(1);
	const { resource, operation } = node.parameters;
	const file = path.join(NODES, folder, '__schema__/v1.0.0', String(resource), `${String(operation)}.json`);
	if (!existsSync(file)) return undefined;
	const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
	return new Set(Object.keys(get(schema, 'properties', {})));
}

/** The nodes whose items come into a node. */
const before = ({ nodes, connections }: Template, name: string): INode[] =>
	nodes.filter((node) =>
		Object.values(connections[node.name] ?? {}).some((outputs) =>
			outputs.some((targets) => (targets ?? []).some((target) => target.node === name)),
		),
	);

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
		const incoming = sources(node).map(fieldsOf);
		const unknown = [...text.matchAll(INCOMING)]
			.map(([, field]) => field)
			.filter((field) => incoming.length > 0 && incoming.every((known) => known && !known.has(field)));
		return [
			...named,
			...unknown.map((field) => `${node}${at} reads ${field}, which nothing before it gives`),
		];
	});
}
