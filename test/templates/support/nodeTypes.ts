/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commonPollingParameters } from 'n8n-core/dist/nodes-loader/constants';
import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { isN8nInstalled, n8nFolder } from '../../run/setup/n8nCache.cjs';
import { PACKAGE, sourceNodes } from '../../unit/support/nodes';

const BASE = 'n8n-nodes-base';

/** Node descriptions by full type; one type may have several, each for other versions. */
export type NodeTypes = ReadonlyMap<string, INodeTypeDescription[]>;

/** n8n's loader gives every polling node its poll times. */
const loaded = (description: INodeTypeDescription): INodeTypeDescription => ({
	...description,
	properties: [...(description.polling ? commonPollingParameters : []), ...description.properties],
});

/** This pack's nodes. */
export const typesOfPack = (): NodeTypes =>
	new Map(
		sourceNodes().map(({ node: { description } }) => [
			`${PACKAGE.name}.${description.name}`,
			[loaded(description)],
		]),
	);

/** n8n's own nodes as it exports them for its editor; undefined while n8n is not in the cache. */
export function typesOfN8n(): NodeTypes | undefined {
	if (!isN8nInstalled()) return undefined;
	const file = path.join(n8nFolder(), 'node_modules', BASE, 'dist/types/nodes.json');
	const descriptions: INodeTypeDescription[] = JSON.parse(readFileSync(file, 'utf8'));
	const types = new Map<string, INodeTypeDescription[]>();
	for (const description of descriptions) {
		const type = `${BASE}.${description.name}`;
		types.set(type, [...(types.get(type) ?? []), description]);
	}
	return types;
}

export const isOfPack = ({ type }: INode): boolean => type.startsWith(`${PACKAGE.name}.`);

const versionsOf = ({ version }: INodeTypeDescription): number[] => [version].flat();

/** The description for a node's type and version, or what is wrong with them. */
export function descriptionOf({ type, typeVersion }: INode, types: NodeTypes): INodeTypeDescription | string {
	const known = types.get(type);
	if (!known) return `there is no node type ${type}`;
	const found = known.find((description) => versionsOf(description).includes(typeVersion));
	return found ?? `${type} has no version ${typeVersion}, only ${known.flatMap(versionsOf).join(', ')}`;
}
