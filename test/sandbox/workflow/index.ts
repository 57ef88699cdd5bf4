/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { join, resolve } from 'node:path';

import type { FastifyInstance } from 'fastify';

import { type SandboxContext, SERVICE_PREFIXES, type StandIn, StateFile } from '../core';

import { Cases } from './cases';
import { Forms } from './forms';
import { Models } from './model/models';
import { registerControlRoutes } from './routes/control';
import { registerVendorRoutes } from './routes/vendor';
import type { Service } from './service';
import { Throttle } from './throttle';
import { Tokens } from './tokens';
import { initialState, type WorkflowState } from './types';

/** The process models of this package, which an administrator would have deployed. */
const PROCESSES = resolve(__dirname, '../../../workflows-templates/processes');

/** A stand-in for OpenText's Workflow Service, after reference sections 2–7 and 9.3. */
export class WorkflowStandIn implements StandIn {
	readonly name = 'workflow';

	constructor(private readonly service: Service) {}

	async register(app: FastifyInstance): Promise<void> {
		await app.register(async (scope) => await registerVendorRoutes(scope, this.service), {
			prefix: SERVICE_PREFIXES.workflow,
		});
		await app.register(async (scope) => await registerControlRoutes(scope, this.service), {
			prefix: '/_sandbox/workflow',
		});
	}

	kept(): Readonly<WorkflowState> {
		return this.service.state.data;
	}

	async reset(): Promise<void> {
		const { cases, models, state, tokens } = this.service;
		cases.close();
		tokens.forgetAll();
		state.reset();
		await models.preload(PROCESSES);
	}

	async close(): Promise<void> {
		this.service.cases.close();
		await this.service.state.flush();
	}
}

/**
 * Makes the stand-in, with the state of its former life when there is one: running cases go on, timers keep their
 * time, tokens are lost.
 */
export async function createWorkflowStandIn(context: SandboxContext): Promise<WorkflowStandIn> {
	const { clock, dataDir } = context;
	const file = dataDir === undefined ? undefined : join(dataDir, 'workflow.json');
	const state = new StateFile<WorkflowState>(file, initialState);
	const models = new Models(state, clock);
	const cases = new Cases(state, models, context);
	await models.preload(PROCESSES);
	await cases.recover();
	return new WorkflowStandIn({
		context,
		state,
		models,
		forms: new Forms(PROCESSES),
		cases,
		tokens: new Tokens(clock, () => state.data.switches.tokenLifetimeSeconds),
		throttle: new Throttle(clock, () => state.data.switches.throttlePerSecond),
	});
}
