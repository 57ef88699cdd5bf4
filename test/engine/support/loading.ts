/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { PACK } from './pack';
import { ROOT } from './userFolder';

const types = z.object({
	nodes: z.array(
		z.object({ name: z.string(), __loadOptionsMethods: z.array(z.string()).optional() }).passthrough(),
	),
	credentials: z.array(z.object({ name: z.string() }).passthrough()),
});

const loadReport = z.object({
	isLazyLoaded: z.boolean(),
	/** what n8n notes as the nodes of an installed package */
	loadedNodes: z.array(z.string()),
	/** code of the package that n8n has required when it is ready */
	atStart: z.array(z.string()),
	known: z.object({ nodes: z.record(z.unknown()), credentials: z.record(z.unknown()) }),
	/** what n8n shows in the editor and makes the tool twins from */
	types,
	/** the same, each time that n8n collects it anew */
	again: z.array(types),
	/** each node when it is used for the first time, in this order */
	nodes: z.array(
		z.object({
			name: z.string(),
			/** what was required for it that was not there yet */
			required: z.array(z.string()),
			/** names by kind, such as listSearch */
			methods: z.record(z.array(z.string())),
		}),
	),
});

export type LoadReport = z.infer<typeof loadReport>;

const manifest = z
	.object({
		name: z.string(),
		n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
	})
	.parse(JSON.parse(readFileSync(path.join(PACK, 'package.json'), 'utf8')));

export const { n8n: LISTED } = manifest;

/** A copy of the built package where n8n's installer would put it, to be spoilt at will. */
export class InstalledPack {
	private constructor(private readonly nodeModules: string) {}

	static make(): InstalledPack {
		const cache = path.join(ROOT, '.cache/engine');
		mkdirSync(cache, { recursive: true });
		const installed = new InstalledPack(
			path.join(mkdtempSync(path.join(cache, 'installed-')), 'node_modules'),
		);
		for (const part of ['package.json', 'index.js', 'dist']) {
			cpSync(path.join(PACK, part), installed.file(part), { recursive: true });
		}
		return installed;
	}

	/** @param name relative to the package */
	file(name: string): string {
		return path.join(this.nodeModules, manifest.name, name);
	}

	/**
	 * What n8n does with it in a fresh process.
	 *
	 * @param how `start` as when the server starts, `install` as when it is installed in the editor
	 * @throws Error when it cannot be loaded, with what the process said
	 */
	async load(how: 'start' | 'install'): Promise<LoadReport> {
		const probe = path.join(__dirname, 'loadProbe.cjs');
		const { stdout } = await promisify(execFile)(
			process.execPath,
			[probe, this.nodeModules, manifest.name, how],
			{
				// n8n's loader takes another way under test
				env: { ...process.env, NODE_ENV: 'production' },
				timeout: 120_000,
				maxBuffer: 64 * 1024 * 1024,
			},
		);
		return loadReport.parse(JSON.parse(stdout));
	}

	remove(): void {
		rmSync(path.dirname(this.nodeModules), { recursive: true, force: true });
	}
}

const isNodeCode = (file: string) => file.startsWith('dist/nodes/');

/**
 * Where n8n's start is not what it should be: every node known and described, and no code of a node required.
 *
 * @returns one line for each fault
 */
export function startFaults({ isLazyLoaded, atStart, types, known }: LoadReport): string[] {
	const wanted = LISTED.nodes.length;
	const described = types.nodes.length;
	const named = Object.keys(known.nodes).length;
	return [
		...(isLazyLoaded ? [] : ['n8n fell back to loading every node']),
		...atStart.filter(isNodeCode).map((file) => `required at the start: ${file}`),
		...(described === wanted ? [] : [`${described} of ${wanted} nodes are described`]),
		...(named === wanted ? [] : [`${named} of ${wanted} nodes are known`]),
	];
}
