/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { z } from 'zod';
import type { Resource } from '../../../nodes/shared/operation';

export const ROOT = path.resolve(__dirname, '../../..');

const packageSchema = z.object({
	name: z.string(),
	n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
});

/** What package.json tells n8n to load. */
export const PACKAGE = packageSchema.parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));

/** A node's class with the source file that holds it. */
export interface SourceNode {
	/** Class name, e.g. `BigCommerce`. */
	className: string;
	/** Absolute. */
	file: string;
	folder: string;
	node: INodeType;
}

/** Files below a folder of the project whose name ends so; absolute and sorted. */
export const files = (folder: string, ending: string): string[] =>
	readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(ending))
		.sort()
		.map((name) => path.join(ROOT, folder, name));

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const instance = <T>(file: string, ending: string): T => {
	const className = path.basename(file, ending);
	const exported: Record<string, new () => T> = jest.requireActual(file);
	return new exported[className]();
};

/** Every node of the source, made new. */
export const sourceNodes = (): SourceNode[] =>
	files('nodes', '.node.ts').map((file) => ({
		className: path.basename(file, '.node.ts'),
		file,
		folder: path.dirname(file),
		node: instance<INodeType>(file, '.node.ts'),
	}));

/** The resources of an action node, with the operations as they are written; none for a trigger. @param folder of the node */
export function sourceResources({
	className,
	folder,
}: Pick<SourceNode, 'className' | 'folder'>): Array<Resource<never>> {
	const file = path.join(folder, 'actions/index.ts');
	if (className.endsWith('Trigger') || !isFile(file)) return [];
	const { resources }: { resources: Array<Resource<never>> } = jest.requireActual(file);
	return resources;
}

/** Every credential of the source, made new. */
export const sourceCredentials = (): ICredentialType[] =>
	files('credentials', '.credentials.ts').map((file) => instance<ICredentialType>(file, '.credentials.ts'));

export const isFile = (file: string): boolean => existsSync(file);
