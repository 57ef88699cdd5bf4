import { randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { WEBHOOK_FIELDS } from '../fields';
import { paged } from '../lists';
import { saved } from '../parts';
import type { Service } from '../service';

import { found, param, readBody, recordOf } from './read';

/** Webhook subscriptions, one event type each: Core Signature reference 4.7. */
export function registerWebhooks(app: FastifyInstance, service: Service): void {
	const { context, present, state } = service;
	const pick = (request: FastifyRequest) => found(state.data.webhooks[param(request, 'uuid')]);

	const read = (request: FastifyRequest) => {
		const { event_type: eventType, callback_url: callbackUrl, ...rest } = readBody(request, WEBHOOK_FIELDS);
		return { eventType, callbackUrl, ...rest };
	};

	app.get('/webhooks/', async (request) => {
		const all = Object.values(state.data.webhooks).reverse();
		return paged(service, request, '/webhooks/', all, (webhook) => present.webhook(webhook));
	});

	app.post('/webhooks/', async (request, reply) => {
		const webhook = { uuid: randomUUID(), createdAt: context.clock.now(), ...read(request) };
		state.data.webhooks[webhook.uuid] = webhook;
		saved(service, 'webhook', webhook.uuid);
		reply.code(201);
		return present.webhook(webhook);
	});

	app.get('/webhooks/:uuid/', async (request) => present.webhook(pick(request)));

	app.put('/webhooks/:uuid/', async (request) => {
		const webhook = Object.assign(pick(request), read(request));
		saved(service, 'webhook', webhook.uuid);
		return present.webhook(webhook);
	});

	app.patch('/webhooks/:uuid/', async (request) => {
		const webhook = pick(request);
		request.body = { ...present.webhook(webhook), ...recordOf(request) };
		Object.assign(webhook, read(request));
		saved(service, 'webhook', webhook.uuid);
		return present.webhook(webhook);
	});

	app.delete('/webhooks/:uuid/', async (request, reply) => {
		const { uuid } = pick(request);
		delete state.data.webhooks[uuid];
		saved(service, 'webhook', uuid);
		await reply.code(204).send();
	});
}
