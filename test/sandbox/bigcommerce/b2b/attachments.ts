import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { readForm } from '../../core/multipart';
import type { CollectionBook } from '../collection/book';
import { text } from '../collection/field';
import type { StoredRecord } from '../collection/record';
import type { CollectionTable } from '../collection/table';
import { ApiError, notFound } from '../errors';
import { idOf, paramOf } from '../request';
import type { ReadSwitches, Switches } from '../switches';
import { good } from './envelope';
import { uuidOf } from './quoteCarts';
import { defineB2bTable } from './table';

/** BigCommerce reference 13.2. */
const MOST = 10;
const MOST_BYTES = 10 * 1024 * 1024;
const TYPES = /\.(bmp|gif|ico|jpe?g|png|svg|tiff?|webp|wbmp|xbm|pdf|docx?|xlsx?|csv)$/i;

/** Where the files lie: on another host at the vendor, which asks for no token. */
const FILES = '/storage/company-files';

export const attachments = defineB2bTable({
	name: 'companyAttachments',
	version: 'b2b',
	path: '/companies/:parentId/attachments',
	scope: 'b2b_edition',
	parent: { collection: 'companies' },
	fields: { attachmentFile: text({ required: true }) },
	paging: 'none',
	calls: { list: true },
	made: () => ({}),
});

const show = (
	record: StoredRecord,
	{ b2bFileNames }: Readonly<Switches>,
	{ protocol, host }: FastifyRequest,
) => {
	const before = b2bFileNames === 'plain' ? '' : `${Math.floor(record.createdAt / 1000)}_`;
	const name = encodeURIComponent(`${before}${String(record.values.attachmentFile)}`);
	return { id: uuidOf(record), attachmentFile: `${protocol}://${host}${FILES}/${uuidOf(record)}/${name}` };
};

/** What came in a form: what is looked at as its body has the names of files only. */
const received = new WeakMap<FastifyRequest, Uint8Array>();

/** The one part of the form, as the name of its file. */
export function acceptFile(app: FastifyInstance): void {
	app.addContentTypeParser(
		/^multipart\/form-data/,
		{ parseAs: 'buffer' },
		async (request: FastifyRequest, body: Buffer) => {
			const { files } = await readForm(body, request.headers['content-type'] ?? '').catch(() => {
				throw new ApiError(400, 'The form cannot be read.');
			});
			const file = files.attachmentFile;
			if (file === undefined) throw new ApiError(422, 'attachmentFile is required.');
			if (file.content.length > MOST_BYTES) throw new ApiError(413, 'Request Entity Too Large');
			if (!TYPES.test(file.name)) throw new ApiError(422, 'The type of the file is not supported.');
			received.set(request, file.content);
			return { attachmentFile: file.name };
		},
	);
}

/** What comes of the form. */
const POSTED = z.object({ attachmentFile: z.string() });

/** Files of companies: BigCommerce reference 13.2. */
export function registerAttachments(
	root: FastifyInstance,
	app: FastifyInstance,
	book: CollectionBook,
	companies: CollectionTable,
	switches: ReadSwitches,
): void {
	const of = (request: FastifyRequest) => book.get(companies, idOf(request, 'id')).id;
	const contents = new Map<string, Uint8Array>();
	app.get('/companies/:id/attachments', async (request) => {
		const shown = book
			.records(attachments.name, of(request))
			.map((record) => show(record, switches(), request));
		const isAlone = switches().b2bFilesShown === 'one' && shown.length === 1;
		return good(isAlone ? shown[0] : shown);
	});
	app.post('/companies/:id/attachments', async (request) => {
		const company = of(request);
		if (book.records(attachments.name, company).length >= MOST) {
			throw new ApiError(422, 'The number of attachments exceeds the limit.');
		}
		const body = POSTED.parse(request.body);
		const [made] = book.createOne(attachments, body, company);
		contents.set(uuidOf(made), received.get(request) ?? Buffer.alloc(0));
		return good(show(made, switches(), request));
	});
	app.delete('/companies/:id/attachments/:uuid', async (request) => {
		const found = book
			.records(attachments.name, of(request))
			.find((record) => uuidOf(record) === paramOf(request, 'uuid'));
		if (found === undefined) throw notFound();
		book.remove(attachments, [found]);
		return good({});
	});
	root.get(`${FILES}/:uuid/:name`, async (request, reply) => {
		const content = contents.get(paramOf(request, 'uuid'));
		if (!content) return await reply.code(404).send();
		return await reply.type('application/octet-stream').send(Buffer.from(content));
	});
}
