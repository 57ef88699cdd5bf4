/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { NodeRun } from './engine';
import { ROOT } from './userFolder';

/** A process with n8n's engine that is killed in the middle of what it does. */
class Doomed {
	private readonly child: ChildProcess;

	private readonly ready: Promise<void>;

	private readonly gone: Promise<void>;

	constructor() {
		const script = path.join(ROOT, 'test/engine/support/doomedRun.ts');
		this.child = spawn(process.execPath, ['--import', 'tsx', script], {
			cwd: ROOT,
			stdio: ['pipe', 'pipe', 'inherit'],
		});
		this.gone = new Promise((resolve) => this.child.once('exit', () => resolve()));
		this.ready = new Promise((resolve, reject) => {
			this.child.stdout?.on('data', (piece) => {
				if (String(piece).includes('READY')) resolve();
			});
			this.child.once('error', reject);
			this.child.once('exit', (code) => reject(new Error(`The engine ended with code ${code}`)));
		});
		// Whoever waits for it hears of it; one that is stopped unused is no fault.
		this.ready.catch(() => undefined);
	}

	/** @param onEnd hears what is printed when the run ends */
	async start(run: NodeRun, onEnd: (said: string) => void): Promise<void> {
		await this.ready;
		this.child.stdout?.once('data', (text) => onEnd(String(text)));
		this.child.stdin?.write(`${JSON.stringify(run)}\n`);
	}

	/** No code of the process runs any more: neither its catch nor its finally. */
	async kill(): Promise<void> {
		this.child.kill('SIGKILL');
		await this.gone;
	}
}

/** Processes that are killed: while one dies, the next one starts. */
export class Doom {
	private next = new Doomed();

	/**
	 * Starts a run and kills its process as soon as something is so.
	 *
	 * @param isTime asked again and again until the run ends
	 * @throws Error when the run ends before
	 */
	async strike(run: NodeRun, isTime: () => boolean): Promise<void> {
		const doomed = this.next;
		this.next = new Doomed();
		let said: string | undefined;
		await doomed.start(run, (text) => (said = text));
		while (!isTime()) {
			if (said !== undefined) {
				await doomed.kill();
				throw new Error(`It was never killed: ${said}`);
			}
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		await doomed.kill();
	}

	async close(): Promise<void> {
		await this.next.kill();
	}
}
