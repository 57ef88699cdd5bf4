import { patienceOf, pause, type Patience } from '../../../e2e/harness/waiting';
import { SandboxClient } from '../../../e2e/harness/sandboxClient';
import { sandboxCredentials } from '../../../e2e/harness/sandboxCredentials';
import type { WorkflowFile } from '../../../e2e/harness/workflowFile';
import type { PowerCut, Ran, Runtime } from '../../../e2e/support/runtime';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { moveTime, restoreTime } from './movedTime';
import { TemplateRunner } from './templateRunner';

/** How much of the vendors' waits between two attempts of a delivery passes: a minute is 60 ms. */
const RETRY_FACTOR = 1 / 1_000;

/** States of a delivery that still wants to arrive. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(['pending', 'retrying', 'held']);

/** In so many looks, this far apart, nothing may have moved. */
const QUIET = { looks: 6, everyMs: 40 } as const;

/**
 * What does not come of so many sweeps, between which nothing moved, will not come; on a busy machine each takes as long as it takes. The time by the clock ends only what hangs,
 * before the whole layer does, so that it is named.
 */
const PATIENCE = { sweeps: 100, ms: 240_000 } as const;

/** Longer than the trigger waits before it tells what was not finished again, and than a claim lasts. */
const DUE_AGAIN_MS = 20 * 60_000;

/** One template on a stage, as scenarios see it. */
class RunnerRuntime implements Runtime {
	readonly everyMs = 40;

	private quietLooks = 0;

	private sweeps = 0;

	constructor(
		private readonly stage: Stage,
		readonly runner: TemplateRunner,
	) {}

	get sandboxUrl(): string {
		return this.stage.sandbox.url;
	}

	/** When nothing has moved for a while, the triggers look by themselves, as they do in n8n every minute. */
	async pass(ms: number): Promise<void> {
		await pause(ms);
		this.quietLooks = (await this.stage.isBusy()) ? 0 : this.quietLooks + 1;
		if (this.quietLooks < QUIET.looks) return;
		this.quietLooks = 0;
		await this.runner.sweep();
		this.sweeps += 1;
	}

	patience(): Patience {
		const last = this.sweeps + PATIENCE.sweeps;
		const hangs = patienceOf(PATIENCE.ms);
		return () => (this.sweeps >= last ? `every trigger looked ${PATIENCE.sweeps} times, waited` : hangs());
	}

	async settled(): Promise<void> {
		await this.stage.settled();
	}

	async advance(ms: number): Promise<void> {
		await this.stage.advance(ms);
	}

	async stop(): Promise<void> {
		await this.runner.stop();
	}

	async start(): Promise<void> {
		await this.runner.start();
	}

	/** n8n is gone right after the node; nothing but the clock brings back what it left. */
	async cutPower({ after }: Pick<PowerCut, 'after'>, act: () => Promise<void>): Promise<void> {
		this.runner.dieAfter(after);
		await act();
		const patience = this.patience();
		while (!this.runner.isDead) {
			const over = patience();
			if (over) throw new Error(`${over} in vain for a run that comes to "${after}"`);
			await this.pass(this.everyMs);
		}
		await this.tellAgain();
	}

	async tellAgain(): Promise<void> {
		await this.advance(DUE_AGAIN_MS);
	}

	async executions(): Promise<Ran[]> {
		return await Promise.resolve(this.runner.runs);
	}

	async failures(): Promise<string[]> {
		await this.settled();
		return this.runner.failures;
	}
}

/** The sandbox of the three services in this process, and the templates that work before it. */
export class Stage {
	readonly client: SandboxClient;

	private readonly runners: TemplateRunner[] = [];

	private constructor(readonly sandbox: Sandbox) {
		this.client = new SandboxClient(sandbox.url);
	}

	static async open(): Promise<Stage> {
		const stage = new Stage(await startSandbox());
		await stage.client.bigCommerce.settings({ retryFactor: RETRY_FACTOR });
		await stage.client.signature.settings({ retryFactor: RETRY_FACTOR });
		return stage;
	}

	/**
	 * Imports a template with the sandbox's credentials, and publishes it.
	 *
	 * @param more credentials for services that are not in the sandbox, by type
	 */
	async publish(
		template: WorkflowFile,
		more: Parameters<typeof TemplateRunner.open>[0]['credentials'] = {},
	): Promise<RunnerRuntime> {
		const known = sandboxCredentials(this.sandbox.url).map(({ type, data }) => [type, data] as const);
		const credentials = { ...Object.fromEntries(known), ...more };
		const runner = await TemplateRunner.open({ template, credentials });
		this.runners.push(runner);
		await runner.start();
		return new RunnerRuntime(this, runner);
	}

	/** Whether an execution is under way, or the services still have something to tell. */
	async isBusy(): Promise<boolean> {
		if (this.runners.some(({ isBusy }) => isBusy)) return true;
		const told = [
			...(await this.client.bigCommerce.deliveries()),
			...(await this.client.signature.deliveries()),
		];
		return told.some(({ state }) => ON_ITS_WAY.has(state));
	}

	/** Resolves when nothing has moved for some looks. Without a deadline: the test has one. */
	async settled(): Promise<void> {
		for (let looks = 0; looks < QUIET.looks;) {
			await pause(QUIET.everyMs);
			looks = (await this.isBusy()) ? 0 : looks + 1;
		}
	}

	/** Moves everybody's clock on, ms: n8n's, the nodes', the services'. What is under way is finished first. */
	async advance(ms: number): Promise<void> {
		await this.settled();
		moveTime(ms);
		// the services' clock follows this process; what became due there happens now
		this.sandbox.context.clock.advance(0);
	}

	async close(): Promise<void> {
		for (const runner of this.runners) await runner.close();
		await this.sandbox.close();
		restoreTime();
	}
}

export type { RunnerRuntime };
