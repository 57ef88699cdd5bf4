/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { rmSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import { ensureN8n, n8nProgram } from '../../run/setup/n8nCache.cjs';
import { OWN_CONNECTION } from './connection';
import { installPack } from './installPack';
import { n8nEnvironment } from './n8nEnvironment';
import { LOOPBACK, freePort } from './ports';
import { Service } from './service';
import { PATIENCE_MS } from './waiting';

export interface N8nOptions {
	/** folder that holds everything this n8n remembers; made when missing */
	userFolder: string;
	/** packed node package to install; what is installed stays when absent */
	tarball?: string;
	/** free ones are chosen when absent */
	port?: number;
	brokerPort?: number;
	/** further environment variables for n8n */
	env?: Record<string, string>;
	/** file for its output (default `n8n.log` in the user folder) */
	log?: string;
}

export interface RunningN8n {
	/** without a slash at the end, e.g. http://127.0.0.1:5678 */
	url: string;
	logFile: string;
	/** leader of n8n's process group; undefined while it is stopped */
	readonly pid: number | undefined;
	/** polite end; by force after 15 s; n8n's copy of its editor goes, the rest stays to be looked at */
	stop(): Promise<void>;
	/** end without warning, as a power cut */
	kill(): Promise<void>;
	/** starts again after stop() or kill(), in the same folder on the same port */
	start(): Promise<void>;
	restart(): Promise<void>;
}

const START_MS = 2 * PATIENCE_MS;
const GRACE_MS = 15_000;
/** n8n answers /healthz before its database is migrated, and REST before the public API is mounted: all three must be there. */
const isReady = async (url: string): Promise<boolean> => {
	const get = async (place: string) =>
		await axios.get(`${url}${place}`, { timeout: 10_000, validateStatus: () => true, ...OWN_CONNECTION });
	const [health, settings, publicApi] = await Promise.all([
		get('/healthz/readiness'),
		get('/rest/settings'),
		get('/api/v1/workflows'),
	]);
	return (
		health.status === 200 &&
		settings.headers['content-type']?.toString().includes('json') === true &&
		publicApi.status === 401
	);
};

/** n8n writes its editor there at each start: hundreds of large scripts, through which a linter of this folder would read for minutes. */
const editorCopy = (userFolder: string) => path.join(userFolder, '.cache');

/**
 * Starts the real n8n on loopback with Node 24, installs it first when the cache does not hold it, and comes back when it is ready.
 * @throws SetupTrouble when n8n cannot be installed, or, with the end of its log, when it does not get ready
 */
export const startN8n = async (options: N8nOptions): Promise<RunningN8n> => {
	await ensureN8n();
	const { userFolder, tarball } = options;
	const place = {
		userFolder,
		port: options.port ?? (await freePort()),
		brokerPort: options.brokerPort ?? (await freePort()),
	};
	if (tarball !== undefined) await installPack(userFolder, tarball);
	const url = `http://${LOOPBACK}:${place.port}`;
	const logFile = options.log ?? path.join(userFolder, 'n8n.log');
	const service = new Service({
		name: 'n8n',
		args: [n8nProgram(), 'start'],
		env: n8nEnvironment(place, { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10', ...options.env }),
		logFile,
		graceMs: GRACE_MS,
		startMs: START_MS,
		isReady: async () => await isReady(url),
	});
	await service.start();
	return {
		url,
		logFile,
		get pid() {
			return service.pid;
		},
		stop: async () => {
			await service.stop();
			rmSync(editorCopy(userFolder), { recursive: true, force: true });
		},
		kill: async () => await service.kill(),
		start: async () => await service.start(),
		restart: async () => await service.restart(),
	};
};
