/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';

import { type SandboxContext, SERVICE_PREFIXES, type StandIn, StateFile } from '../core';

import { registerControlRoutes } from './routes/control';
import { registerPages } from './routes/pages';
import { registerVendorRoutes } from './routes/vendor';
import { createService, type Service } from './service';
import { initialState, type SignatureState } from './types';

/** A stand-in for OpenText Core Signature, after sections 2 to 8 of its reference. */
export class SignatureStandIn implements StandIn {
	readonly name = 'signature';

	constructor(readonly service: Service) {}

	async register(app: FastifyInstance): Promise<void> {
		const prefix = SERVICE_PREFIXES.signature;
		await app.register(async (scope) => await registerVendorRoutes(scope, this.service), { prefix });
		await app.register(async (scope) => await registerPages(scope, this.service), { prefix });
		await app.register(async (scope) => await registerControlRoutes(scope, this.service), {
			prefix: '/_sandbox/signature',
		});
	}

	/** Goes on where a former run stopped. */
	listening(): void {
		this.service.lifecycle.resume();
		this.service.callbacks.resume();
	}

	kept(): Readonly<SignatureState> {
		return this.service.state.data;
	}

	async reset(): Promise<void> {
		const { callbacks, files, lifecycle, state, tokens } = this.service;
		await lifecycle.stop();
		callbacks.restart();
		tokens.forgetAll();
		state.reset();
		await files.clear();
	}

	async close(): Promise<void> {
		const { callbacks, files, lifecycle, state } = this.service;
		callbacks.close();
		await lifecycle.stop();
		await state.flush();
		await files.close();
	}
}

/**
 * Makes the stand-in, with the state of its former life when there is one: documents go on where they were, callbacks
 * are retried, deadlines keep their time, tokens are lost.
 */
export async function createSignatureStandIn(context: SandboxContext): Promise<SignatureStandIn> {
	const { dataDir } = context;
	const file = dataDir === undefined ? undefined : join(dataDir, 'signature.json');
	const service = createService(context, new StateFile<SignatureState>(file, initialState));
	return new SignatureStandIn(service);
}
