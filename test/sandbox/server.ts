/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';

import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

import { registerSharedControl } from './control';
import { Clock } from './core/clock';
import type { Change, SandboxContext } from './core/context';
import { Exchanges } from './core/exchanges';
import { Faults } from './core/faults';
import type { StandIn } from './core/service';
import { StateFile } from './core/stateFile';
import { registerTraffic } from './core/traffic';

export interface ServerOptions {
	/** 0 = a free one */
	port?: number;
	/** folder for the state that survives a restart; without it the sandbox forgets everything */
	dataDir?: string;
}

/** A running server with whatever `build` put on it. */
export interface Server<T> {
	/** http://127.0.0.1:<port> */
	url: string;
	port: number;
	context: SandboxContext;
	parts: T;
	/** Stops serving, stops timers and writes the state to disk. */
	close(): Promise<void>;
}

/** Long values are allowed: a metafield holds 65,535 characters, a batch many of them. */
const BODY_LIMIT = 32 * 1024 * 1024;

type Build<T> = (context: SandboxContext) => Promise<T>;

type Pages = (app: FastifyInstance, context: SandboxContext) => void | Promise<void>;

/** The stand-ins with the shared control API, put together but not listening. */
async function assemble<T extends Record<string, StandIn>>(
	dataDir: string | undefined,
	build: Build<T>,
	pages: Pages,
	baseUrl: () => string,
) {
	const clockFile = new StateFile(dataDir === undefined ? undefined : join(dataDir, 'clock.json'), () => ({
		offsetMs: 0,
	}));
	const changes = new EventEmitter<{ change: [Change] }>();
	changes.setMaxListeners(0);
	const context: SandboxContext = {
		clock: new Clock(clockFile.data.offsetMs),
		faults: new Faults(),
		exchanges: new Exchanges(),
		changes,
		dataDir,
		baseUrl,
	};
	const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
	registerTraffic(app, context);
	const parts = await build(context);
	const standIns = Object.values(parts);
	await registerSharedControl(app, context, standIns, () => {
		clockFile.data.offsetMs = context.clock.offsetMs;
		clockFile.save();
	});
	for (const standIn of standIns) await standIn.register(app);
	await pages(app, context);
	const close = async () => {
		await app.close();
		for (const standIn of standIns) await standIn.close();
		context.clock.close();
		await clockFile.flush();
	};
	return { app, context, parts, standIns, close };
}

/**
 * Opens one loopback port with the shared control API and the given stand-ins.
 * @param build makes the stand-ins for the context
 * @param pages adds what is not a stand-in, such as the console page
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startServer<T extends Record<string, StandIn>>(
	{ port = 0, dataDir }: ServerOptions,
	build: Build<T>,
	pages: Pages = () => {},
): Promise<Server<T>> {
	let url = '';
	const { app, context, parts, standIns, close } = await assemble(dataDir, build, pages, () => url);
	try {
		url = await app.listen({ host: '127.0.0.1', port });
	} finally {
		if (url === '') await close();
	}
	for (const standIn of standIns) standIn.listening?.();
	return { url, port: Number(new URL(url).port), context, parts, close };
}

/** The same without a port, for tests in the same process: `app.inject` asks it. Faults that reset a connection need a port. */
export async function openInProcess<T extends Record<string, StandIn>>(build: Build<T>) {
	const { app, context, parts, close } = await assemble(
		undefined,
		build,
		() => {},
		() => 'http://127.0.0.1',
	);
	await app.ready();
	return { app, context, parts, close };
}
