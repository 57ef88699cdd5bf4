/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { acceptJson } from '../../core';

import { broken, notFound, Refusal, sendError } from '../errors';
import type { Service } from '../service';
import type { StoredFile } from '../types';

import { param } from './read';
import { showPage, visiblePdf } from '../signerPage';

const FOLDER = resolve(__dirname, '../pages');

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** The pages load nothing from elsewhere and run no script but their own. */
const POLICY = "default-src 'self'; img-src 'self' data:";

async function sendPage(reply: FastifyReply, file: string): Promise<FastifyReply> {
	const type = TYPES[extname(file)];
	if (type === undefined || !/^[\w.-]+$/.test(file)) throw notFound();
	const content = await readFile(join(FOLDER, file)).catch(() => {
		throw notFound();
	});
	return await reply
		.type(type)
		.headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' })
		.send(content);
}

const actBody = z
	.object({
		action: z.enum(['view', 'sign', 'approve', 'decline', 'forward', 'download']),
		name: z.string().max(255).optional(),
		reason: z.string().optional(),
		password: z.string().optional(),
		forwardTo: z.string().email().optional(),
	})
	.strict();

/** Actions that a signer's password guards (Core Signature reference 5.4). */
const GUARDED: ReadonlySet<string> = new Set(['sign', 'approve']);

const linkQuery = z.object({ expires: z.string().optional(), signature: z.string().optional() });

/** What browsers open without any login: a signer's own page, download links and the files of the pages. */
export async function registerPages(app: FastifyInstance, service: Service): Promise<void> {
	const { files, links, signing, state } = service;
	acceptJson(app, '*', () => broken('The body is not JSON'));
	app.setErrorHandler(async (error: Error, request, reply) => {
		const seen = error instanceof z.ZodError ? new Refusal(400, { detail: error.message }) : error;
		await sendError(seen, request.headers['content-type'] ?? '', reply);
	});

	const place = (request: FastifyRequest) => {
		const found = signing.byToken(param(request, 'token'));
		if (found === undefined) throw notFound();
		return found;
	};

	const sendFile = async (reply: FastifyReply, file: StoredFile | null, disposition: string) => {
		if (file === null) throw notFound();
		const name = encodeURIComponent(file.name);
		return await reply
			.type(file.type)
			.headers({
				'content-length': file.bytes,
				'content-disposition': `${disposition}; filename="${file.name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${name}`,
			})
			.send(files.stream(file));
	};

	app.get('/files/:id', async (request, reply) => {
		const id = param(request, 'id');
		links.check(id, linkQuery.parse(request.query), request.headers.authorization);
		const all = Object.values(state.data.documents).flatMap((document) => [
			document.source,
			document.converted,
			document.signed,
			document.log,
			...document.attachments.map(({ file }) => file),
		]);
		return await sendFile(reply, all.find((file) => file?.id === id) ?? null, 'attachment');
	});

	app.get('/pages/:file', async (request, reply) => await sendPage(reply, param(request, 'file')));
	app.get('/sign/:token', async (request, reply) => {
		place(request);
		return await sendPage(reply, 'signer.html');
	});

	app.get('/sign/:token/state', async (request) => {
		const { document, signer } = place(request);
		return showPage(service, document, signer);
	});

	app.post('/sign/:token/act', async (request) => {
		const { document, signer } = place(request);
		const { action, password, ...input } = actBody.parse(request.body);
		const { password: wanted } = signer.fields;
		if (GUARDED.has(action) && wanted !== null && password !== wanted) {
			throw new Refusal(403, { detail: 'The password is wrong.' });
		}
		signing.act(document, signer, action, input);
		return showPage(service, document, signer);
	});

	app.get('/sign/:token/document', async (request, reply) => {
		const { document } = place(request);
		return await sendFile(reply, visiblePdf(service, document), 'inline');
	});

	app.get('/sign/:token/text', async (request, reply) => {
		const { document } = place(request);
		if (document.text === null || visiblePdf(service, document) === null) throw notFound();
		return await reply.type('text/plain; charset=utf-8').send(files.stream(document.text));
	});
}

/** The outbox page at its own address, outside the service. */
export function registerOutboxPage(app: FastifyInstance): void {
	app.get('/outbox', async (_, reply) => await sendPage(reply, 'outbox.html'));
}
