/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { packTarball } from '../../run/setup/pack.cjs';
import { TEST_OUTPUT } from '../../run/setup/project.cjs';
import { startN8n, type RunningN8n } from './n8n';
import type { N8nClient, StoredCredential } from './n8nClient';
import { setUpOwner } from './owner';
import { startSandboxProcess, type RunningSandbox } from './sandbox';
import { ensureSandboxCredentials } from './sandboxCredentials';

/** A fresh n8n with the packed tarball, a fresh sandbox, and credentials that join the two. */
export interface World {
	n8n: RunningN8n;
	client: N8nClient;
	sandbox: RunningSandbox;
	/** by type, ready for attachCredentials */
	credentials: Record<string, StoredCredential>;
	/** for logs and screenshots of this world */
	folder: string;
	close(): Promise<void>;
}

/** How much of the vendors' waits between two attempts of a delivery passes: a minute is three seconds. */
const RETRY_FACTOR = 1 / 20;

/**
 * Starts everything that an end-to-end test needs, from nothing.
 * @param name of the folder under test-output/e2e that holds its logs and state; emptied first
 * @param env further environment variables for n8n
 * @throws SetupTrouble or Error when a part does not start; nothing is left running then
 */
export const startWorld = async (name: string, env: Record<string, string> = {}): Promise<World> => {
	const folder = path.join(TEST_OUTPUT, 'e2e', name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const tarball = await packTarball();
	const sandbox = await startSandboxProcess({
		dataDir: path.join(folder, 'sandbox'),
		log: path.join(folder, 'sandbox.log'),
	});
	await sandbox.client.bigCommerce.settings({ retryFactor: RETRY_FACTOR });
	await sandbox.client.signature.settings({ retryFactor: RETRY_FACTOR });
	const started: Array<{ stop(): Promise<void> }> = [sandbox];
	const close = async () => {
		for (const service of [...started].reverse()) await service.stop();
	};
	const open = async (): Promise<World> => {
		const n8n = await startN8n({
			userFolder: path.join(folder, 'n8n'),
			tarball,
			env,
			log: path.join(folder, 'n8n.log'),
		});
		started.push(n8n);
		const client = await setUpOwner(n8n.url);
		const credentials = await ensureSandboxCredentials(client, sandbox.url);
		return { n8n, client, sandbox, credentials, folder, close };
	};
	return await open().catch(async (error: unknown) => {
		await close();
		throw error;
	});
};
