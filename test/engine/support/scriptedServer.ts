import Fastify from 'fastify';
import type { IDataObject } from 'n8n-workflow';

/** One request as it came over the wire. */
export interface Asked {
	method: string;
	/** Path and query. */
	url: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
}

/** What is answered; text is sent as it is, anything else as JSON. */
export interface Answered {
	status?: number;
	type?: string;
	body?: unknown;
}

/** A server that answers as it is told, for cases that people met elsewhere. */
export interface ScriptedServer {
	/** http://127.0.0.1:<port> */
	url: string;
	asked: Asked[];
	/** `POST /workflow/v1/process-instances` and the like, without sign-ins. */
	lines(): string[];
	writes(): string[];
	close(): Promise<void>;
}

const isSignIn = ({ path }: Asked) => path.endsWith('/oauth2/token');

/** @param answer decides about each request; sign-ins get a token by themselves */
export async function scriptedServer(answer: (asked: Asked) => Answered): Promise<ScriptedServer> {
	const app = Fastify({ forceCloseConnections: true });
	const asked: Asked[] = [];
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.all('/*', async (request, reply) => {
		const path = request.url.split('?')[0];
		const query: Record<string, string> = Object.fromEntries(
			new URLSearchParams(request.url.split('?')[1] ?? ''),
		);
		const one: Asked = { method: request.method, url: request.url, path, query, body: request.body };
		asked.push(one);
		const token: IDataObject = { access_token: 'invented', expires_in: 3600 };
		const {
			status = 200,
			type = 'application/json',
			body = '',
		} = isSignIn(one) ? { body: token } : answer(one);
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		return await reply.code(status).type(type).send(text);
	});
	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	const lines = () => asked.filter((one) => !isSignIn(one)).map(({ method, path }) => `${method} ${path}`);
	return {
		url,
		asked,
		lines,
		writes: () => lines().filter((line) => !line.startsWith('GET ')),
		close: async () => await app.close(),
	};
}
