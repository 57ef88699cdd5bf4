import type { FastifyInstance } from 'fastify';

import { contentOf } from '../documents';
import { invalid } from '../errors';
import { nullable, required, text } from '../fieldTypes';
import { CONTENT_FIELDS } from '../fields';
import { type Filters, matching, paged, queryOf } from '../lists';
import { iso } from '../present';
import type { Service } from '../service';
import type { AttachmentRecord, DocumentRecord } from '../types';

import { Multipart } from './bodies';
import { found, param, readBody } from './read';

interface Row {
	document: DocumentRecord;
	attachment: AttachmentRecord;
}

const FILTERS: Filters<Row> = {
	document__uuid: ({ document }) => document.uuid,
	document__external_id: ({ document }) => document.fields.external_id,
	created: ({ attachment }) => iso(attachment.createdAt),
};

const FIELDS = { document: required(text(2100)), name: nullable(text(255)) };

/** Extra files that signers can read: Core Signature reference 4.4. */
export function registerAttachments(app: FastifyInstance, service: Service): void {
	const { documents, present } = service;
	const rows = (): Row[] =>
		documents
			.all()
			.flatMap((document) => document.attachments.map((attachment) => ({ document, attachment })))
			.sort((a, b) => b.attachment.createdAt - a.attachment.createdAt);
	const show = ({ document, attachment }: Row) => present.attachment(document, attachment);

	app.get('/document-attachments/', async (request) => {
		const fitting = matching(service, rows(), queryOf(request), FILTERS);
		return paged(service, request, '/document-attachments/', fitting, show);
	});

	app.post('/document-attachments/', async (request, reply) => {
		const { body } = request;
		const { document: url, name } = readBody(request, FIELDS);
		const document = documents.byUrl(url);
		if (document === undefined) {
			throw invalid({ document: ['Invalid hyperlink - Object does not exist.'] });
		}
		const upload = body instanceof Multipart ? body.file : undefined;
		const content = contentOf(readBody(request, CONTENT_FIELDS), upload);
		if ('url' in content) {
			throw invalid({ file_from_url: ['The sandbox takes attachments as content only.'] });
		}
		const attachment = await documents.attach(document, name, content.upload);
		reply.code(201);
		return show({ document, attachment });
	});

	app.get('/document-attachments/:uuid/', async (request) => {
		const wanted = param(request, 'uuid');
		return show(found(rows().find(({ attachment }) => attachment.uuid === wanted)));
	});
}
