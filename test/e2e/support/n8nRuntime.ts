import {
	failureOf,
	outputOf,
	PATIENCE_MS,
	patienceOf,
	pause,
	waitFor,
	type Patience,
	type StoredWorkflow,
	type World,
} from '../harness';
import type { PowerCut, Ran, Runtime } from './runtime';

/** How long nothing may be added before things count as settled, ms, and in how many looks: a slow n8n is slow to answer them too. */
const SETTLED = { ms: 4_000, looks: 8 };

/** How long a claim holds by the clock of n8n, and a little. */
const LEASE_MS = 7 * 60_000;

/** States of a delivery that still wants to arrive. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(['pending', 'retrying', 'held']);

/** States of an execution that still does something. */
const UNDER_WAY: ReadonlySet<string> = new Set(['new', 'running', 'waiting']);

/** A workflow that is published in the real n8n: its triggers look every minute, and what it does takes its time. */
export class N8nRuntime implements Runtime {
	constructor(
		readonly world: World,
		readonly workflow: StoredWorkflow,
	) {}

	get sandboxUrl(): string {
		return this.world.sandbox.url;
	}

	patience(): Patience {
		return patienceOf(PATIENCE_MS);
	}

	async pass(ms: number): Promise<void> {
		await pause(ms);
	}

	/**
	 * Waits until the services have nothing more to tell and n8n nothing more to do: every delivery has arrived or was given up, no execution
	 * is under way, and for some looks nothing was added. n8n lists an execution a while after the delivery that began it was answered, so one
	 * look is not enough.
	 */
	async settled(): Promise<void> {
		const { client } = this.world.sandbox;
		let before = '';
		let since = Date.now();
		let looks = 0;
		await waitFor(
			'everything to settle',
			async () => {
				const deliveries = [
					...(await client.bigCommerce.deliveries()).map(({ id, state, attempts }) => ({
						id,
						state,
						attempts,
					})),
					...(await client.signature.deliveries()).map(({ eventUuid: id, state, attempts }) => ({
						id,
						state,
						attempts,
					})),
				];
				const executions = (await this.world.client.newestExecutions()).map(({ id, status }) => ({
					id,
					status,
				}));
				const now = JSON.stringify([deliveries, executions]);
				const isBusy =
					deliveries.some(({ state }) => ON_ITS_WAY.has(state)) ||
					executions.some(({ status }) => UNDER_WAY.has(status));
				if (now !== before || isBusy) [since, looks] = [Date.now(), 0];
				before = now;
				looks += 1;
				return looks > SETTLED.looks && Date.now() - since >= SETTLED.ms;
			},
			{ timeoutMs: 3 * PATIENCE_MS, everyMs: 500 },
		);
	}

	async advance(ms: number): Promise<void> {
		await this.world.sandbox.client.advanceClock(ms);
	}

	async stop(): Promise<void> {
		await this.world.n8n.stop();
	}

	async start(): Promise<void> {
		await this.world.n8n.start();
	}

	async cutPower(cut: PowerCut, act: () => Promise<void>): Promise<void> {
		const { faults } = this.world.sandbox.client;
		const held = await faults.add({ ...cut.while, kind: 'delay' });
		await act();
		await waitFor(
			'the request that is held back',
			async () => (await faults.list()).every(({ id, times }) => id !== held.id || times === 0),
			{ everyMs: 50 },
		);
		await this.restartLater(cut.while.delayMs);
	}

	/**
	 * n8n is killed, and starts again when what it was doing is long over: what its services hold back has come true, and what it claimed is
	 * free to be taken over.
	 *
	 * @param heldMs how long a service holds back what n8n asked for
	 */
	async restartLater(heldMs = 0): Promise<void> {
		await this.world.n8n.kill();
		await pause(heldMs);
		await this.world.sandbox.client.bigCommerce.ageClaims(LEASE_MS);
		await this.start();
	}

	async tellAgain(): Promise<void> {
		await Promise.resolve();
	}

	async executions(): Promise<Ran[]> {
		const executions = await this.world.client.executions({ workflowId: this.workflow.id }, true);
		return executions.map((execution) => ({
			status: execution.status,
			itemsOf: (node, output) => outputOf(execution, node, output),
		}));
	}

	async failures(): Promise<string[]> {
		await this.settled();
		const wrong = await this.world.client.executions({ status: 'error' }, true);
		return wrong.map((execution) => failureOf(execution) ?? 'it says nothing');
	}
}
