/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import axios from 'axios';
import { ROOT, outerEnvironment } from '../../run/setup/project.cjs';
import { OWN_CONNECTION } from './connection';
import { LOOPBACK, freePort } from './ports';
import { SandboxClient } from './sandboxClient';
import { Service } from './service';
import { PATIENCE_MS } from './waiting';

export interface SandboxOptions {
	/** a free one is chosen when absent */
	port?: number;
	/** folder that its state is kept in */
	dataDir: string;
	/** file for its output (default `sandbox.log` in the data folder) */
	log?: string;
}

export interface RunningSandbox {
	/** without a slash at the end; the console page is at `/` */
	url: string;
	client: SandboxClient;
	logFile: string;
	readonly pid: number | undefined;
	stop(): Promise<void>;
	kill(): Promise<void>;
	restart(): Promise<void>;
}

const MAIN = path.join(ROOT, 'test/sandbox/main.ts');

/** @throws SetupTrouble with the end of its log when it does not get ready */
export const startSandboxProcess = async (options: SandboxOptions): Promise<RunningSandbox> => {
	const port = options.port ?? (await freePort());
	const url = `http://${LOOPBACK}:${port}`;
	const logFile = options.log ?? path.join(options.dataDir, 'sandbox.log');
	const service = new Service({
		name: 'the sandbox',
		args: ['--import', 'tsx', MAIN, '--port', String(port), '--data', options.dataDir],
		env: outerEnvironment(process.env),
		logFile,
		graceMs: 5_000,
		startMs: PATIENCE_MS,
		isReady: async () =>
			(await axios.get(`${url}/_sandbox/faults`, { timeout: 10_000, ...OWN_CONNECTION })).status === 200,
	});
	await service.start();
	return {
		url,
		client: new SandboxClient(url),
		logFile,
		get pid() {
			return service.pid;
		},
		stop: async () => await service.stop(),
		kill: async () => await service.kill(),
		restart: async () => await service.restart(),
	};
};
