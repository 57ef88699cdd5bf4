/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in plain Node beside n8n, never inside it */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { NodeRun } from './engine';
import type { TriggerSetup } from './publishedTrigger';
import { ROOT } from './userFolder';

/** What another process is told to do. */
export type Order =
	| { do: 'run'; run: NodeRun }
	/** Polls once and registers its webhooks, as n8n publishes. */
	| { do: 'publish'; setup: TriggerSetup }
	/** Waits until so many callbacks were answered. */
	| { do: 'told'; answered: number }
	| { do: 'close' };

/** Items by output, or of all callbacks, and the error. */
export interface Answer {
	outputs: IDataObject[][];
	error?: string;
}

const answer = z.object({
	outputs: z.array(z.array(z.record(z.string(), z.any()))),
	error: z.string().optional(),
});

/** A second process of one n8n: it shares the services with the first, and nothing else. */
export class OtherProcess {
	private readonly child: ChildProcess;

	private readonly lines: Interface;

	private readonly ready: Promise<string>;

	constructor() {
		const script = path.join(ROOT, 'test/engine/support/otherRun.ts');
		this.child = spawn(process.execPath, ['--import', 'tsx', script], {
			cwd: ROOT,
			stdio: ['pipe', 'pipe', 'inherit'],
		});
		if (!this.child.stdout) throw new Error('The process prints nothing');
		this.lines = createInterface({ input: this.child.stdout });
		this.ready = this.next('READY');
	}

	/** @throws Error when the process ends before it has answered */
	async carryOut(order: Order): Promise<Answer> {
		await this.ready;
		const answered = this.next('ANSWER ');
		this.child.stdin?.write(`${JSON.stringify(order)}\n`);
		return answer.parse(JSON.parse(await answered));
	}

	async close(): Promise<void> {
		await this.carryOut({ do: 'close' });
		this.child.kill();
	}

	/** What follows a word at the start of a line. */
	private async next(word: string): Promise<string> {
		return await new Promise((resolve, reject) => {
			const hear = (line: string) => {
				if (!line.startsWith(word)) return;
				this.lines.off('line', hear);
				resolve(line.slice(word.length));
			};
			this.lines.on('line', hear);
			this.child.once('exit', (code) => reject(new Error(`The other process ended with code ${code}`)));
		});
	}
}
