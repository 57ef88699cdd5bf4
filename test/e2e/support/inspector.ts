/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import { pause } from '../harness';

/** Between two looks, ms. */
const BETWEEN_MS = 300;

/** How often it is looked at most until memory has settled, what may still be given back then (in bytes), and how many looks in a row have to find no more: after one, n8n on a busy machine gave back another MB. */
const SETTLE = { looks: 20, bytes: 100_000, still: 3 };

/** What a Node process holds, in bytes. */
export interface Held {
	/** objects and buffers that are still needed */
	bytes: number;
	rss: number;
}

interface Answer {
	id?: number;
	result?: { result?: { value?: unknown } };
}

/** Looks into a running Node process by its inspector (Chrome DevTools Protocol). The process must be started with `--inspect`. */
export class Inspector {
	private last = 0;

	private readonly waiting = new Map<number, (answer: Answer) => void>();

	private constructor(private readonly socket: WebSocket) {
		socket.addEventListener('message', ({ data }) => {
			const answer: Answer = JSON.parse(String(data));
			if (answer.id === undefined) return;
			this.waiting.get(answer.id)?.(answer);
			this.waiting.delete(answer.id);
		});
	}

	/**
	 * Connects to n8n itself: every Node process that was started with `--inspect` has an inspector, also n8n's supervisor and its task runners.
	 *
	 * @param logFile into which they wrote where theirs listens
	 * @throws Error when n8n is not among them
	 */
	static async ofN8n(logFile: string): Promise<Inspector> {
		const log = readFileSync(logFile, 'utf8');
		for (const [, address] of log.matchAll(/Debugger listening on (ws:\S+)/g)) {
			const inspector = await Inspector.connect(address);
			if (/[\\/]bin[\\/]n8n$/.test(String(await inspector.evaluate('process.argv[1]')))) return inspector;
			inspector.close();
		}
		throw new Error('n8n has no inspector');
	}

	private static async connect(address: string): Promise<Inspector> {
		const socket = new WebSocket(address);
		await new Promise((resolve, reject) => {
			socket.addEventListener('open', resolve, { once: true });
			socket.addEventListener('error', reject, { once: true });
		});
		return new Inspector(socket);
	}

	/** The value of an expression in the process. */
	async evaluate(expression: string): Promise<unknown> {
		const { result } = await this.call('Runtime.evaluate', { expression });
		return result?.result?.value;
	}

	/**
	 * What the process holds just now. The garbage goes first: V8 lets used buffers lie for a while whatever the size of a file, so that without this one would measure
	 * its patience.
	 */
	async held(): Promise<Held> {
		await this.call('HeapProfiler.collectGarbage');
		const usage = await this.evaluate('JSON.stringify(process.memoryUsage())');
		const { heapUsed, arrayBuffers, rss } = JSON.parse(String(usage));
		return { bytes: heapUsed + arrayBuffers, rss };
	}

	/**
	 * By how much memory rises at most while something goes on.
	 *
	 * @param work begins it
	 */
	async rise(work: () => Promise<unknown>): Promise<Held> {
		const before = await this.settled();
		const most = { ...before };
		let over = false;
		const running = work().finally(() => (over = true));
		running.catch(() => {});
		while (!over) {
			// collecting garbage takes the process's time: it must get on with its work as well
			await pause(BETWEEN_MS);
			const now = await this.held();
			most.bytes = Math.max(most.bytes, now.bytes);
			most.rss = Math.max(most.rss, now.rss);
		}
		await running;
		const after = await this.held();
		most.bytes = Math.max(most.bytes, after.bytes);
		most.rss = Math.max(most.rss, after.rss);
		return { bytes: most.bytes - before.bytes, rss: most.rss - before.rss };
	}

	/** What is held once nothing more of earlier work is given back: that would be taken off what the new work holds. */
	private async settled(): Promise<Held> {
		let held = await this.held();
		let still = 0;
		for (let look = 1; look < SETTLE.looks && still < SETTLE.still; look++) {
			await pause(BETWEEN_MS);
			const now = await this.held();
			still = held.bytes - now.bytes < SETTLE.bytes ? still + 1 : 0;
			held = now;
		}
		return held;
	}

	close(): void {
		this.socket.close();
	}

	private async call(method: string, params: object = {}): Promise<Answer> {
		this.last += 1;
		const id = this.last;
		const answer = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
		this.socket.send(JSON.stringify({ id, method, params }));
		return await answer;
	}
}
