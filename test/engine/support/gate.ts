/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the services and lets a request through when whoever watches says so: what others do meanwhile happens between two requests of one run. */
export class Gate {
	/** Called before each request is passed on, with its number. */
	before: (number: number, asked: Pick<IncomingMessage, 'method' | 'url'>) => Promise<void> = async () => {};

	private count = 0;

	private readonly server: Server;

	private constructor(private readonly target: string) {
		this.server = createServer((incoming, answer) => void this.pass(incoming, answer));
	}

	/** @param target address of the sandbox */
	static async open(target: string): Promise<Gate> {
		const gate = new Gate(target);
		await new Promise<void>((resolve) => gate.server.listen(0, '127.0.0.1', resolve));
		return gate;
	}

	get url(): string {
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${port}`;
	}

	/** How many requests came since the numbers began again. */
	get passed(): number {
		return this.count;
	}

	/** The numbers begin again at 1. */
	reset(before: Gate['before']): void {
		this.count = 0;
		this.before = before;
	}

	private async pass(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
		this.count += 1;
		try {
			await this.before(this.count, incoming);
		} catch {
			answer.destroy();
			return;
		}
		const { method, headers, url } = incoming;
		const onward = request(new URL(url ?? '/', this.target), { method, headers }, (reply) => {
			answer.writeHead(reply.statusCode ?? 502, reply.headers);
			reply.pipe(answer);
		});
		onward.once('error', () => answer.destroy());
		incoming.pipe(onward);
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
