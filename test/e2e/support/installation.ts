/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_NODE, ROOT, TEST_OUTPUT, outerEnvironment } from '../../run/setup/project.cjs';
import {
	packTarball,
	setUpOwner,
	startN8n,
	startSandboxProcess,
	ensureSandboxCredentials,
	type World,
} from '../harness';
import { PACK } from './desk';

const SUPPORT = path.join(ROOT, 'test/e2e/support');

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** A folder for PATH in which `npm` is the stand-in. */
const npmIn = (folder: string): string => {
	mkdirSync(folder, { recursive: true });
	const script = path.join(SUPPORT, 'npmStandIn.cjs');
	// without n8n's own NODE_OPTIONS, which are for n8n
	const lines = ['#!/bin/sh', 'unset NODE_OPTIONS', `exec "${PROJECT_NODE}" "${script}" "$@"`, ''];
	writeFileSync(path.join(folder, 'npm'), lines.join('\n'), { mode: 0o755 });
	return folder;
};

/** A fresh n8n that has never seen the package, whose installer gets the packed tarball, and that notes what it requires of it. */
export class Installation {
	private constructor(
		private readonly world: Omit<World, 'credentials'>,
		private readonly list: string,
	) {}

	/** @param name of the folder under test-output/e2e; emptied first @throws as `startWorld` */
	static async open(name: string): Promise<Installation> {
		const folder = path.join(TEST_OUTPUT, 'e2e', name);
		rmSync(folder, { recursive: true, force: true });
		const list = path.join(folder, 'required.txt');
		const env = {
			NODE_OPTIONS: `--require ${JSON.stringify(path.join(SUPPORT, 'requiredFiles.cjs'))}`,
			REQUIRED_FILES: list,
			REQUIRED_FROM: PACK,
			NPM_TARBALL: await packTarball(),
			NPM_VERSION: String(version),
			PATH: [npmIn(path.join(folder, 'bin')), outerEnvironment().PATH].join(path.delimiter),
		};
		const sandbox = await startSandboxProcess({
			dataDir: path.join(folder, 'sandbox'),
			log: path.join(folder, 'sandbox.log'),
		});
		const stopSandbox = async (error: unknown): Promise<never> => {
			await sandbox.stop();
			throw error;
		};
		const userFolder = path.join(folder, 'n8n');
		const n8n = await startN8n({ userFolder, env, log: path.join(folder, 'n8n.log') }).catch(stopSandbox);
		const close = async () => {
			await n8n.stop();
			await sandbox.stop();
		};
		const client = await setUpOwner(n8n.url).catch(async (error: unknown) => {
			await n8n.stop();
			return await stopSandbox(error);
		});
		return new Installation({ n8n, client, sandbox, folder, close }, list);
	}

	/** Installs the package as the editor does. @returns the nodes that n8n names as installed */
	async install(): Promise<string[]> {
		return await this.world.client.installPackage(PACK);
	}

	/** Starts n8n once more, with an empty list of what was required. */
	async restart(): Promise<void> {
		await this.world.n8n.stop();
		rmSync(this.list, { force: true });
		await this.world.n8n.start();
	}

	/** Code of the package that n8n has required, relative to the package, in this order. */
	required(): string[] {
		return existsSync(this.list) ? readFileSync(this.list, 'utf8').trim().split('\n') : [];
	}

	/** With credentials, which n8n takes only when it knows the package. */
	async ready(): Promise<World> {
		const { client, sandbox } = this.world;
		return { ...this.world, credentials: await ensureSandboxCredentials(client, sandbox.url) };
	}

	async close(): Promise<void> {
		await this.world.close();
	}
}
