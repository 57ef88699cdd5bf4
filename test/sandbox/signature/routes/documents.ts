import type { FastifyInstance } from 'fastify';

import { contentOf } from '../documents';
import { CONTENT_FIELDS, DOCUMENT_FIELDS } from '../fields';
import { type Filters, matching, paged, queryOf } from '../lists';
import { iso } from '../present';
import type { Service } from '../service';
import type { DocumentRecord } from '../types';

import { Multipart } from './bodies';
import { found, param, readBody, recordOf } from './read';

/** Core Signature reference 4.1. */
const filtersFor = ({ present }: Service): Filters<DocumentRecord> => ({
	external_id: ({ fields }) => fields.external_id,
	status: ({ status }) => status,
	signrequest__who: ({ request }) => request?.fields.who,
	signrequest__from_email: ({ request }) => request?.fromEmail,
	user__email: ({ user }) => user,
	user__first_name: ({ user }) => present.user(user)?.first_name,
	user__last_name: ({ user }) => present.user(user)?.last_name,
	created: ({ createdAt }) => iso(createdAt),
	modified: ({ modifiedAt }) => iso(modifiedAt),
});

/** Documents: reference 4.1. There is no search (4.2) and no update. */
export function registerDocuments(app: FastifyInstance, service: Service): void {
	const { documents, present, tokens } = service;
	const filters = filtersFor(service);

	app.get('/documents/', async (request) => {
		const all = documents.all().reverse();
		const fitting = matching(service, all, queryOf(request), filters);
		return paged(service, request, '/documents/', fitting, (document) => present.document(document));
	});

	app.post('/documents/', async (request, reply) => {
		const { body } = request;
		readBody(request, { ...DOCUMENT_FIELDS, ...CONTENT_FIELDS });
		const fields = readBody(request, DOCUMENT_FIELDS);
		const upload = body instanceof Multipart ? body.file : undefined;
		const content = contentOf(readBody(request, CONTENT_FIELDS), upload);
		const document = await documents.create(fields, content, tokens.identityOf(request));
		reply.code(201);
		return present.document(document);
	});

	app.get('/documents/:uuid/', async (request) =>
		present.document(found(documents.find(param(request, 'uuid')))),
	);

	app.delete('/documents/:uuid/', async (request, reply) => {
		const document = found(documents.find(param(request, 'uuid')));
		await documents.remove(document, recordOf(request).force_delete === true);
		await reply.code(204).send();
	});
}
