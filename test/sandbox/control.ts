import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { Change, SandboxContext } from './core/context';
import { acceptJson } from './core/jsonBody';
import { FAULT_KINDS } from './core/faults';
import type { StandIn } from './core/service';

const isRegExp = (source: string) => {
	try {
		new RegExp(source);
		return true;
	} catch {
		return false;
	}
};

const faultBody = z
	.object({
		service: z.enum(['bigcommerce', 'workflow', 'signature']),
		kind: z.enum(FAULT_KINDS),
		method: z.string().optional(),
		path: z.string().refine(isRegExp, 'not a regular expression').optional(),
		times: z.number().int().positive().default(1),
		spares: z.number().int().nonnegative().optional(),
		status: z.number().int().min(200).max(599).optional(),
		headers: z.record(z.string()).optional(),
		body: z.unknown().optional(),
		delayMs: z.number().nonnegative().optional(),
		copies: z.number().int().positive().optional(),
	})
	.strict();

const clockBody = z.object({ advanceMs: z.number().nonnegative() });

const exchangesQuery = z.object({ service: z.string().optional(), since: z.coerce.number().optional() });

/** Changes of the sandbox as server-sent events, for the live page. */
function registerEvents(app: FastifyInstance, context: SandboxContext): void {
	app.get('/events', (request, reply) => {
		reply.hijack();
		const { raw } = reply;
		raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
		raw.write(': connected\n\n');
		const send = (change: Change) => raw.write(`data: ${JSON.stringify(change)}\n\n`);
		context.changes.on('change', send);
		request.raw.on('close', () => context.changes.off('change', send));
	});
}

/**
 * The control API that both stand-ins share, under /_sandbox. A wrong body is answered 400 with a message per field.
 * @param clockMoved called after the clock was moved, so that it can be kept over a restart
 */
export async function registerSharedControl(
	root: FastifyInstance,
	context: SandboxContext,
	standIns: StandIn[],
	clockMoved: () => void,
): Promise<void> {
	const { clock, faults, exchanges, changes } = context;
	await root.register(
		async (app) => {
			acceptJson(app, '*', () => new SyntaxError('The body is not JSON'));
			app.setErrorHandler(async (error, _request, reply) => {
				const invalid = error instanceof z.ZodError || error instanceof SyntaxError;
				const message = error instanceof Error ? error.message : String(error);
				await reply
					.code(invalid ? 400 : 500)
					.send({ error: message, ...(error instanceof z.ZodError ? { issues: error.issues } : {}) });
			});

			app.post('/faults', async (request) => faults.add(faultBody.parse(request.body)));
			app.get('/faults', async () => faults.list());
			app.delete('/faults', async (_request, reply) => {
				faults.clear();
				await reply.code(204).send();
			});

			app.post('/clock', async (request) => {
				clock.advance(clockBody.parse(request.body).advanceMs);
				clockMoved();
				changes.emit('change', { service: 'sandbox', kind: 'clock', id: 'clock' });
				return { now: clock.now() };
			});

			app.get('/exchanges', async (request) => exchanges.list(exchangesQuery.parse(request.query)));
			app.delete('/exchanges', async (_request, reply) => {
				exchanges.clear();
				await reply.code(204).send();
			});

			app.post('/reset', async (_request, reply) => {
				faults.clear();
				exchanges.clear();
				for (const standIn of standIns) await standIn.reset();
				changes.emit('change', { service: 'sandbox', kind: 'reset', id: 'reset' });
				await reply.code(204).send();
			});

			registerEvents(app, context);
		},
		{ prefix: '/_sandbox' },
	);
}
