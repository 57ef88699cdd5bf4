import type { FastifyInstance } from 'fastify';

import { badRequest, GatewayFault, ServiceError, TokenError } from '../errors';
import { reshaped } from '../hal';
import type { Service } from '../service';
import type { TokenRequest } from '../tokens';

import { registerAdHoc } from './adHoc';
import { registerAssignments } from './assignments';
import { registerAttachments } from './attachments';
import { registerComments } from './comments';
import { registerExecutions } from './executions';
import { registerHistory } from './history';
import { registerInstances } from './instances';
import { registerModels } from './models';
import { registerTasks } from './tasks';
import { registerVariables } from './variables';

/** Errors of the server itself, by its code, as the service puts them. */
const SERVER_ERRORS: Record<string, ServiceError> = {
	FST_ERR_CTP_INVALID_MEDIA_TYPE: new ServiceError(415, 'Content type is not supported.'),
};

function readErrors(app: FastifyInstance): void {
	app.setErrorHandler(async (error: Error & { code?: string }, _, reply) => {
		if (error instanceof GatewayFault) {
			return await reply.code(error.status).headers(error.headers).send(error.body);
		}
		const known =
			error instanceof ServiceError || error instanceof TokenError
				? error
				: (SERVER_ERRORS[error.code ?? ''] ?? new ServiceError(500, error.message));
		return await reply.code(known.status).send(known.body);
	});
	app.setNotFoundHandler(() => {
		throw new GatewayFault(
			404,
			'Unable to identify proxy for host',
			'messaging.adaptors.http.flow.ApplicationNotFound',
		);
	});
}

/** JSON, also an empty body under a JSON content type; forms only for the token endpoint (reference 2.1, 3.1). */
function readBodies(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		/^application\/(?:.+\+)?json/,
		{ parseAs: 'string' },
		async (_: unknown, body: string) => {
			if (body.trim() === '') return undefined;
			try {
				const parsed: unknown = JSON.parse(body);
				return parsed;
			} catch {
				throw badRequest('The body is not valid JSON.');
			}
		},
	);
}

const textMembers = (body: unknown): TokenRequest =>
	typeof body === 'object' && body !== null
		? Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]))
		: {};

/** The Workflow Service as clients see it: token endpoint, runtime and history. */
export async function registerVendorRoutes(app: FastifyInstance, service: Service): Promise<void> {
	const { tokens, throttle } = service;
	readErrors(app);
	readBodies(app);

	await app.register(async (scope) => {
		scope.addContentTypeParser(
			/^application\/x-www-form-urlencoded/,
			{ parseAs: 'string' },
			async (_: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
		);
		scope.post<{ Params: { tenantId: string } }>(
			'/tenants/:tenantId/oauth2/token',
			async ({ params, body, headers }) =>
				tokens.issue(params.tenantId, textMembers(body), headers.authorization),
		);
	});

	const guarded = (prefix: string, routes: ReadonlyArray<(scope: FastifyInstance, s: Service) => void>) =>
		app.register(
			async (scope) => {
				scope.addHook('onRequest', async (request) => {
					throttle.pass();
					tokens.check(request);
				});
				scope.addHook('preSerialization', async (_request, _reply, body: unknown) =>
					reshaped(body, service.state.data.switches.listEnvelope),
				);
				// The gateway knows the service, and the service no such path.
				scope.setNotFoundHandler((request) => {
					throw new ServiceError(404, `No static resource ${request.url.split('?')[0]}.`);
				});
				for (const route of routes) route(scope, service);
			},
			{ prefix },
		);
	await guarded('/workflow/v1', [
		registerModels,
		registerExecutions,
		registerAdHoc,
		registerInstances,
		registerVariables,
		registerComments,
		registerTasks,
		registerAssignments,
		registerAttachments,
	]);
	await guarded('/workflow-history/v1', [registerHistory]);
}
