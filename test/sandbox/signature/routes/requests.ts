import type { FastifyInstance } from 'fastify';

import { contentOf } from '../documents';
import { invalid, unknownPath } from '../errors';
import { required, text } from '../fieldTypes';
import { CONTENT_FIELDS, DOCUMENT_FIELDS, REQUEST_FIELDS } from '../fields';
import { type Filters, matching, paged, queryOf } from '../lists';
import type { Service } from '../service';
import { ACTION_NAMES } from '../switches';
import type { DocumentRecord, RequestRecord } from '../types';

import { found, param, readBody, recordOf } from './read';

/** Core Signature reference 4.3. */
const FILTERS: Filters<{ request: RequestRecord }> = {
	who: ({ request }) => request.fields.who,
	from_email: ({ request }) => request.fromEmail,
};

/** Signature requests and their creation in one call: reference 4.3. */
export function registerRequests(app: FastifyInstance, service: Service): void {
	const { documents, present, requests, state, tokens } = service;

	const pick = (uuid: string) => found(requests.all().find(({ request }) => request.uuid === uuid));

	app.get('/signature-requests/', async (request) => {
		const all = requests.all().reverse();
		const fitting = matching(service, all, queryOf(request), FILTERS);
		return paged(service, request, '/signature-requests/', fitting, (each) =>
			present.request(each.document, each.request),
		);
	});

	app.post('/signature-requests/', async (request, reply) => {
		const body = readBody(request, { ...REQUEST_FIELDS, document: required(text(2100)) });
		const { document: url, ...fields } = body;
		const document = documents.byUrl(url);
		if (document === undefined) {
			throw invalid({ document: ['Invalid hyperlink - Object does not exist.'] });
		}
		const made = requests.create(document, fields, tokens.identityOf(request));
		reply.code(201);
		return present.request(document, made);
	});

	app.post('/signature-request-quick-create/', async (request, reply) => {
		const sender = tokens.identityOf(request);
		// first all together, so that the answer names every wrong field
		readBody(request, { ...REQUEST_FIELDS, ...DOCUMENT_FIELDS, ...CONTENT_FIELDS });
		const body = readBody(request, REQUEST_FIELDS);
		const fields = readBody(request, DOCUMENT_FIELDS);
		const content = contentOf(readBody(request, CONTENT_FIELDS));
		requests.check(body, sender);
		const document = await documents.create(fields, content, sender);
		const made = requests.create(document, body, sender);
		reply.code(201);
		return present.quickCreate(document, made);
	});

	app.get('/signature-requests/:uuid/', async (request) => {
		const { document, request: kept } = pick(param(request, 'uuid'));
		return present.request(document, kept);
	});

	const action = (
		name: keyof (typeof ACTION_NAMES)['upstream'],
		run: (document: DocumentRecord) => Record<string, unknown>,
	) => {
		for (const [spelling, names] of Object.entries(ACTION_NAMES)) {
			app.post(`/signature-requests/:uuid/${names[name]}/`, async (request, reply) => {
				if (state.data.switches.actionNames !== spelling) throw unknownPath();
				const { document } = pick(param(request, 'uuid'));
				reply.code(201);
				return run(document);
			});
		}
	};

	action('cancel', (document) => {
		requests.cancel(document);
		return { detail: 'OK', cancelled: true };
	});

	action('resend', (document) => {
		requests.resend(document);
		return { detail: 'OK' };
	});

	app.post('/signature-requests/:uuid/forward_signer/', async (request, reply) => {
		const { document, request: kept } = pick(param(request, 'uuid'));
		requests.forward(document, recordOf(request));
		reply.code(201);
		return present.request(document, kept);
	});
}
