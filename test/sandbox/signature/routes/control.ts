import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { acceptJson } from '../../core';

import { broken, Refusal, sendError } from '../errors';
import { forge, forgedDelivery } from '../forge';
import { saved } from '../parts';
import { iso } from '../present';
import type { Service } from '../service';
import { changes } from '../switches';
import { displayNameOf, hasTurn, isProcessing, nameOf, roleOf } from '../turns';
import type { DocumentRecord } from '../types';

import { found, param } from './read';

const actBody = z
	.object({
		email: z.string(),
		action: z.enum(['view', 'sign', 'approve', 'decline', 'forward', 'download', 'bounce']),
		name: z.string().optional(),
		reason: z.string().optional(),
		forwardTo: z.string().email().optional(),
	})
	.strict();

const padBody = z
	.object({
		bytes: z
			.number()
			.int()
			.positive()
			.max(1024 ** 3),
	})
	.strict();

/** What tests and the pages may do to the service from outside, under /_sandbox/signature. */
export async function registerControlRoutes(app: FastifyInstance, service: Service): Promise<void> {
	const { events, files, lifecycle, links, outbox, present, requests, signing, state, tokens } = service;
	acceptJson(app, '*', () => broken('The body is not JSON'));
	app.setErrorHandler(async (error: Error, request, reply) => {
		const seen = error instanceof z.ZodError ? new Refusal(400, { detail: error.message }) : error;
		await sendError(seen, request.headers['content-type'] ?? '', reply);
	});

	/** Also documents that the sender has deleted. */
	const pick = (request: FastifyRequest) => found(state.data.documents[param(request, 'uuid')]);

	const show = (document: DocumentRecord) => ({
		uuid: document.uuid,
		name: document.fields.name,
		externalId: document.fields.external_id,
		status: document.status,
		processing: isProcessing(document),
		deleted: document.deleted,
		created: iso(document.createdAt),
		requestUuid: document.request?.uuid ?? null,
		subject: document.request?.fields.subject ?? null,
		expires: present.document(document).auto_expire_after,
		pdfBytes: document.signed?.bytes ?? null,
		pdfSha256: document.signed?.sha256 ?? null,
		signers: (document.request?.signers ?? []).map((signer) => ({
			email: signer.fields.email,
			full_name: nameOf(signer),
			display_name: displayNameOf(signer),
			role: roleOf(signer),
			order: signer.fields.order,
			needs_to_sign: signer.fields.needs_to_sign,
			approve_only: signer.fields.approve_only,
			signed: signer.signedOn !== null,
			declined: signer.declinedOn !== null,
			viewed: signer.viewed,
			emailed: signer.emailed,
			forwarded: signer.forwardedOn !== null,
			myTurn: hasTurn(document, signer),
			link: links.signer(signer.token),
		})),
		events: events
			.of(document)
			.map(({ uuid, eventType, at }) => ({ uuid, event_type: eventType, timestamp: iso(at) })),
	});

	app.get('/documents', async () => Object.values(state.data.documents).reverse().map(show));
	app.get('/documents/:uuid', async (request) => show(pick(request)));

	app.get('/documents/:uuid/text', async (request, reply) => {
		const { text } = pick(request);
		const words = text === null ? '' : (await files.read(text)).toString('utf8');
		return await reply.type('text/plain; charset=utf-8').send(words);
	});

	app.post('/documents/:uuid/act', async (request) => {
		const document = pick(request);
		const { email, action, ...input } = actBody.parse(request.body);
		signing.act(document, found(signing.find(document, email)), action, input);
		return show(document);
	});

	app.post('/documents/:uuid/prepared', async (request) => {
		const document = pick(request);
		requests.prepared(document);
		return show(document);
	});

	app.post('/documents/:uuid/pad', async (request) => {
		const document = pick(request);
		await lifecycle.pad(document, padBody.parse(request.body).bytes);
		return show(document);
	});

	app.get('/outbox', async () => outbox.list());
	app.get('/webhooks', async () =>
		Object.values(state.data.webhooks)
			.reverse()
			.map((webhook) => present.webhook(webhook)),
	);

	app.get('/deliveries', async () =>
		state.data.deliveries.toReversed().map(({ url, ...delivery }) => {
			const { origin, pathname } = new URL(url);
			return { ...delivery, url: `${origin}${pathname}` };
		}),
	);

	app.get('/settings', async () => state.data.switches);
	app.post('/settings', async (request) => {
		state.data.switches = { ...state.data.switches, ...changes.parse(request.body ?? {}) };
		saved(service, 'settings', '');
		return state.data.switches;
	});

	app.post('/expire-tokens', async (_, reply) => {
		tokens.expireAll();
		await reply.code(204).send();
	});

	app.post('/deliver', async (request) => ({
		statuses: await forge(service, forgedDelivery.parse(request.body)),
	}));
}
