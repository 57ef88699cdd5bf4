import Fastify, { type FastifyRequest } from 'fastify';

/** A call as n8n's webhook server hands it on: the bytes are kept. */
export interface HookCall {
	/** with a slash before it, without the query */
	path: string;
	headers: FastifyRequest['headers'];
	query: unknown;
	raw: Buffer;
}

export interface HookAnswer {
	status: number;
	body?: unknown;
}

/** In place of n8n's webhook server: a real socket on loopback that keeps the raw bytes. */
export class HookServer {
	private readonly app = Fastify();

	private address = '';

	private constructor() {}

	/**
	 * @param answer what is answered to each call; it must not throw
	 * @param port 0 for a free one
	 */
	static async open(answer: (call: HookCall) => Promise<HookAnswer>, port = 0): Promise<HookServer> {
		const server = new HookServer();
		const { app } = server;
		app.removeAllContentTypeParsers();
		app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
		app.post('/*', async (request, reply) => {
			const { status, body } = await answer({
				path: request.url.split('?')[0],
				headers: request.headers,
				query: request.query,
				raw: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
			});
			return await reply.code(status).send(body);
		});
		server.address = await app.listen({ host: '127.0.0.1', port });
		return server;
	}

	/** Without a slash at the end; empty until it listens. */
	get url(): string {
		return this.address;
	}

	async close(): Promise<void> {
		await this.app.close();
	}
}
