/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import {
	NodeHelpers,
	type ICredentialType,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';
import { z } from 'zod';
import { n8nFolder } from '../../../run/setup/n8nCache.cjs';
import { loadPack } from '../../support/pack';

const known = z.record(z.object({ sourcePath: z.string() }));

const BASE = 'n8n-nodes-base';

/** n8n's own nodes as it has installed them; of five hundred only those that are asked for are loaded. */
class BaseNodes {
	private readonly folder = path.join(n8nFolder(), 'node_modules', BASE);

	private readonly loader = new PackageDirectoryLoader(this.folder);

	private readonly files = {
		nodes: this.list('nodes'),
		credentials: this.list('credentials'),
	};

	/** @throws Error when n8n has no such node */
	node(name: string): INodeType | IVersionedNodeType {
		const file = this.files.nodes[name]?.sourcePath;
		if (file === undefined) throw new Error(`n8n has no node ${BASE}.${name}`);
		if (!(name in this.loader.nodeTypes)) this.loader.loadNodeFromFile(file);
		return this.loader.getNode(name).type;
	}

	/** @throws Error when n8n has no such type of credentials */
	credential(name: string): ICredentialType {
		const file = this.files.credentials[name]?.sourcePath;
		if (file === undefined) throw new Error(`n8n has no credentials of type ${name}`);
		if (!(name in this.loader.credentialTypes)) this.loader.loadCredentialFromFile(file);
		return this.loader.getCredential(name).type;
	}

	private list(kind: 'nodes' | 'credentials') {
		return known.parse(
			JSON.parse(readFileSync(path.join(this.folder, 'dist/known', `${kind}.json`), 'utf8')),
		);
	}
}

/** Every node that a template may hold: those of the built package, and n8n's own. */
export class InstalledPackages implements INodeTypes {
	private readonly base = new BaseNodes();

	private constructor(private readonly pack: PackageDirectoryLoader) {}

	/** @throws Error when the package was not built, or n8n is not in the cache */
	static async load(): Promise<InstalledPackages> {
		return new InstalledPackages(await loadPack());
	}

	getByName(type: string): INodeType | IVersionedNodeType {
		const [packageName, name] = type.split(/\.(?=[^.]+$)/);
		if (packageName === this.pack.packageName) return this.pack.getNode(name).type;
		if (packageName === BASE) return this.base.node(name);
		throw new Error(`No package ${packageName} is installed here`);
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): Record<string, never> {
		return {};
	}

	/** The types of these credentials, by name. */
	credentialTypes(names: readonly string[]): Record<string, ICredentialType> {
		return Object.fromEntries(
			names.map((name) => [name, this.pack.credentialTypes[name]?.type ?? this.base.credential(name)]),
		);
	}
}
