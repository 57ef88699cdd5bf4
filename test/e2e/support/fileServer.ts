import fastify from 'fastify';
import { LOOPBACK } from '../harness';

const LIMIT = 128 * 1024 * 1024;

/** A place on loopback where workflows get files and leave files. */
export async function openFileServer() {
	const files = new Map<string, Buffer>();
	const app = fastify({ bodyLimit: LIMIT, forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LIMIT }, (_request, body, done) =>
		done(null, body),
	);
	app.put<{ Params: { '*': string }; Body: Buffer }>('/*', async (request) => {
		files.set(request.params['*'], request.body);
		return { kept: request.body.length };
	});
	app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
		const found = files.get(request.params['*']);
		if (found === undefined) return await reply.code(404).send();
		return await reply.type('application/octet-stream').send(found);
	});
	const url = await app.listen({ host: LOOPBACK, port: 0 });
	return { url, files, close: async () => await app.close() };
}

export type FileServer = Awaited<ReturnType<typeof openFileServer>>;
