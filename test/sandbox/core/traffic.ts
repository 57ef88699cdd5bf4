/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { SandboxContext } from './context';
import type { Fault, FaultService } from './faults';
import { SERVICE_PREFIXES } from './service';

const services = Object.entries(SERVICE_PREFIXES).map(([name, prefix]) => ({ name, prefix }));

const isService = (name: string): name is FaultService => name in SERVICE_PREFIXES;

interface Address {
	service: FaultService;
	url: string;
}

const addressOf = (url: string): Address | undefined => {
	const found = services.find(({ prefix }) => url.startsWith(`${prefix}/`));
	if (found === undefined || !isService(found.name)) return undefined;
	return { service: found.name, url: url.slice(found.prefix.length) };
};

const asText = (headers: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [name, String(value)]),
	);

const HTML_PAGE =
	'<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';

const hungUp = async ({ raw: { socket } }: FastifyRequest) =>
	await new Promise<void>((resolve) =>
		socket.destroyed ? resolve() : socket.once('close', () => resolve()),
	);

const wait = async (ms: number) => await new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Puts faults before and after the stand-ins' own routes and records every exchange with them, also the ones whose
 * connection was reset (status 0). Must be registered on the root before the stand-ins.
 */
export function registerTraffic(app: FastifyInstance, context: SandboxContext): void {
	const struck = new WeakMap<FastifyRequest, Fault>();
	const recorded = new WeakSet<FastifyRequest>();
	const arrived = new WeakMap<FastifyRequest, number>();

	const record = (request: FastifyRequest, reply: FastifyReply, status: number, text?: string) => {
		const address = addressOf(request.url);
		if (address === undefined || recorded.has(request)) return;
		recorded.add(request);
		context.exchanges.add({
			at: arrived.get(request) ?? context.clock.now(),
			...address,
			method: request.method,
			requestHeaders: asText(request.headers),
			requestBody: request.body,
			status,
			responseHeaders: status === 0 ? {} : asText(reply.getHeaders()),
			responseText: text === '' ? undefined : text,
			fault: struck.get(request)?.kind,
		});
	};

	app.addHook('onRequest', async (request) => {
		arrived.set(request, context.clock.now());
	});

	app.addHook('preValidation', async (request, reply) => {
		const address = addressOf(request.url);
		if (address === undefined) return;
		const take = (kinds: ReadonlyArray<Fault['kind']>) =>
			context.faults.take(address.service, kinds, request.method, address.url);
		const delay = take(['delay']);
		if (delay !== undefined) {
			struck.set(request, delay);
			await wait(delay.delayMs ?? 1000);
		}
		const fault = take(['resetBefore', 'resetAfter', 'silentBefore', 'silentAfter', 'status', 'html']);
		if (fault === undefined) return;
		struck.set(request, fault);
		if (fault.kind === 'resetBefore') {
			record(request, reply, 0);
			reply.hijack();
			request.raw.socket.destroy();
		} else if (fault.kind === 'silentBefore') {
			record(request, reply, 0);
			reply.hijack();
			await hungUp(request);
		} else if (fault.kind === 'html') {
			await reply
				.code(fault.status ?? 502)
				.headers(fault.headers ?? {})
				.type('text/html')
				.send(HTML_PAGE);
		} else if (fault.kind === 'status') {
			await reply
				.code(fault.status ?? 503)
				.headers(fault.headers ?? {})
				.send(fault.body);
		}
	});

	app.addHook('onSend', async (request, reply, payload) => {
		if (struck.get(request)?.kind === 'resetAfter') {
			record(request, reply, 0);
			request.raw.socket.destroy();
			return null;
		}
		if (struck.get(request)?.kind === 'silentAfter') {
			record(request, reply, 0);
			await hungUp(request);
			return null;
		}
		record(request, reply, reply.statusCode, typeof payload === 'string' ? payload : undefined);
		return payload;
	});
}
