/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import { PROJECT_NODE, ROOT } from '../../run/setup/project.cjs';
import { SetupTrouble } from '../../run/setup/trouble.cjs';
import { waitFor } from './waiting';

const SUPERVISOR = path.join(ROOT, 'test/run/setup/supervise.cjs');
const LOG_LINES_IN_MESSAGE = 15;

export interface ServiceOptions {
	/** in words, for messages */
	name: string;
	/** arguments for Node 24 */
	args: readonly string[];
	env: NodeJS.ProcessEnv;
	cwd?: string;
	/** file that its output is added to */
	logFile: string;
	/** between SIGTERM and SIGKILL, ms */
	graceMs: number;
	/** how long it may take until it is ready, ms */
	startMs: number;
	/** whether it answers; what it throws counts as not yet */
	isReady: () => Promise<boolean>;
}

/** A program that runs beside us and never outlives us: see supervise.cjs. */
export class Service {
	private supervisor: ChildProcess | undefined;

	constructor(private readonly options: ServiceOptions) {}

	/** Process id of its supervisor, which leads the process group; undefined when it does not run. */
	get pid(): number | undefined {
		return this.isRunning() ? this.supervisor?.pid : undefined;
	}

	isRunning(): boolean {
		const { supervisor } = this;
		return supervisor !== undefined && supervisor.exitCode === null && supervisor.signalCode === null;
	}

	/** @throws SetupTrouble with the end of the log when it ends early or is not ready in time; nothing is left running then */
	async start(): Promise<void> {
		if (this.isRunning()) return;
		const { name, args, env, cwd, logFile, graceMs, startMs, isReady } = this.options;
		mkdirSync(path.dirname(logFile), { recursive: true });
		const log = openSync(logFile, 'a');
		this.supervisor = spawn(PROJECT_NODE, [SUPERVISOR, String(graceMs), PROJECT_NODE, ...args], {
			cwd: cwd ?? ROOT,
			env,
			detached: true,
			stdio: ['pipe', log, log],
		});
		closeSync(log);
		this.keepUsAlive(false);
		const trouble = await waitFor(
			`${name} to be ready`,
			async () => (this.isRunning() ? await isReady().catch(() => false) : 'ended'),
			{ timeoutMs: startMs, everyMs: 250 },
		).then(
			(state) => (state === 'ended' ? `${name} ended before it was ready` : undefined),
			(error: unknown) => String(error),
		);
		if (trouble === undefined) return;
		await this.kill();
		throw new SetupTrouble(`${trouble}.\n${this.endOfLog()}\n`, logFile);
	}

	/** Ends it the polite way, by force when the grace is over. */
	async stop(): Promise<void> {
		await this.end('SIGTERM');
	}

	/** Ends it and everything it started at once, as a power cut would. */
	async kill(): Promise<void> {
		await this.end('SIGKILL');
	}

	async restart(): Promise<void> {
		await this.stop();
		await this.start();
	}

	/** A starter that fails must be able to end: that closes the supervisor's standard input, and the supervisor ends the program. */
	private keepUsAlive(isWanted: boolean): void {
		const method = isWanted ? 'ref' : 'unref';
		const { supervisor } = this;
		supervisor?.[method]();
		if (supervisor?.stdin instanceof Socket) supervisor.stdin[method]();
	}

	private endOfLog(): string {
		const lines = readFileSync(this.options.logFile, 'utf8').trimEnd().split('\n');
		return lines.slice(-LOG_LINES_IN_MESSAGE).join('\n');
	}

	private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
		const { supervisor } = this;
		if (supervisor?.pid === undefined || !this.isRunning()) return;
		const ended = new Promise<void>((resolve) => {
			supervisor.once('exit', () => resolve());
		});
		this.keepUsAlive(true);
		const group = signal === 'SIGKILL' && process.platform !== 'win32';
		process.kill(group ? -supervisor.pid : supervisor.pid, signal);
		await ended;
	}
}
