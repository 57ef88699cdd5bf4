import type { FastifyInstance } from 'fastify';

import { methodNotAllowed, sendError, unknownPath } from '../errors';
import type { Service } from '../service';
import type { Generation, TokenRequest } from '../tokens';

import { registerAttachments } from './attachments';
import { acceptFormBodies, acceptJsonBodies, acceptMultipartBodies } from './bodies';
import { registerDocuments } from './documents';
import { registerEvents } from './events';
import { param, recordOf } from './read';
import { registerRequests } from './requests';
import { registerTeams } from './teams';
import { registerWebhooks } from './webhooks';

/** Where each generation of the directory service gives out tokens (Core Signature reference 2.2). */
const TOKEN_PATHS: Record<string, Generation> = {
	'/otdstenant/:site/oauth2/token': 'otds',
	'/tenants/:site/oauth2/token': 'gateway',
};

const texts = (body: Record<string, unknown>): TokenRequest =>
	Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));

/** A wrong method on a known path is 405, after the login; anything else unknown is 404 (reference 3.3). */
function readUnknown(app: FastifyInstance, service: Service): void {
	const known: Array<{ pattern: RegExp; methods: string[] }> = [];
	app.addHook('onRoute', ({ url, method }) => {
		const pattern = new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`);
		known.push({ pattern, methods: [method].flat() });
	});
	app.setNotFoundHandler((request) => {
		const [path] = request.url.split('?');
		const allowed = known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
		if (allowed.length === 0) throw unknownPath();
		service.tokens.check(request);
		throw methodNotAllowed(request.method, [...new Set(allowed)].join(', '));
	});
}

/** Core Signature as clients see it: token end points and the API. */
export async function registerVendorRoutes(app: FastifyInstance, service: Service): Promise<void> {
	const { state, tokens } = service;
	app.setErrorHandler(
		async (error: Error, request, reply) =>
			await sendError(error, request.headers['content-type'] ?? '', reply),
	);
	acceptJsonBodies(app);

	await app.register(async (scope) => {
		acceptFormBodies(scope);
		for (const [path, generation] of Object.entries(TOKEN_PATHS)) {
			scope.post(path, async (request) =>
				tokens.issue(
					generation,
					param(request, 'site'),
					texts(recordOf(request)),
					request.headers.authorization,
				),
			);
		}
	});

	await app.register(
		async (api) => {
			readUnknown(api, service);
			await api.register(async (scope) => {
				scope.addHook('onRequest', async (request) => tokens.check(request));
				registerRequests(scope, service);
				registerEvents(scope, service);
				registerWebhooks(scope, service);
				registerTeams(scope, service);
				await scope.register(async (uploads) => {
					acceptMultipartBodies(uploads, () => state.data.switches);
					registerDocuments(uploads, service);
					registerAttachments(uploads, service);
				});
			});
		},
		{ prefix: '/api/v1' },
	);
}
