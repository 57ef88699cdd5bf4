import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { readForm } from '../../core/multipart';
import { badRequest, notFound } from '../errors';
import { HAL_JSON, hrefOf, sendPage } from '../hal';
import { select, wants } from '../query/select';
import { showAttachment } from '../representations';
import { refuseSuspended, requireOpenTask, type Service } from '../service';
import { timeUuid } from '../timeUuid';
import type { AttachmentRecord } from '../types';

import { param, queryOf, readBody } from './parse';

/** Enough for the files of a test, and more than the service is known to take (reference 9.2). */
const BODY_LIMIT = 64 * 1024 * 1024;

/** A link, or a file (reference 4.6, T10; inferred: as Flowable takes them). */
const newAttachment = z.object({
	name: z.string().min(1, 'Attachment name is required.'),
	description: z.string().optional(),
	type: z.string().optional(),
	externalUrl: z.string().optional(),
	file: z.object({ content: z.string() }).optional(),
});

/** Multipart bodies: the texts, and the file under the name of its part. */
function acceptForms(app: FastifyInstance): void {
	app.addContentTypeParser(
		/^multipart\/form-data/,
		{ parseAs: 'buffer', bodyLimit: BODY_LIMIT },
		async ({ headers }: { headers: { 'content-type'?: string } }, body: Buffer) => {
			const { fields, files } = await readForm(body, headers['content-type'] ?? '').catch(() => {
				throw badRequest('The multipart body cannot be read.');
			});
			const [[part, file] = []] = Object.entries(files);
			if (part === undefined || file === undefined) return fields;
			const content = Buffer.from(file.content).toString('base64');
			return { ...fields, file: { name: file.name, type: file.type, content } };
		},
	);
}

/** T9–T12 and the content (reference 4.6, 4.10). */
export function registerAttachments(app: FastifyInstance, service: Service): void {
	const { context, cases, state, tokens } = service;
	const path = '/tasks/:taskId/attachments';
	acceptForms(app);

	const show = (taskId: string, attachment: AttachmentRecord, withUserIds: boolean) => {
		const href = hrefOf(context, `/opentext/workflow/v1/tasks/${taskId}/attachments/${attachment.id}`);
		const contentUrl = { below: `${href}/content`, contentUrl: `${href}/bytes`, nowhere: null };
		return showAttachment(attachment, href, contentUrl[state.data.switches.attachmentContent], withUserIds);
	};

	/** @throws ServiceError 404 when task or attachment is unknown */
	const found = (taskId: string, id: string) => {
		const { task, record } = requireOpenTask(service, taskId);
		const at = task.attachments.findIndex((attachment) => attachment.id === id);
		if (at < 0) throw notFound('attachment', id);
		return { task, record, at, attachment: task.attachments[at] };
	};

	app.get(path, async (request, reply) => {
		const { task } = requireOpenTask(service, param(request, 'taskId'));
		const query = queryOf(request);
		const selection = select(task.attachments, query, {}, { time: ({ time }) => time });
		const items = selection.items.map((one) => show(task.id, one, wants(query, 'includeUserIds')));
		return await sendPage(context, request, reply, 'attachments', selection, items);
	});

	app.post(path, async (request, reply) => {
		const { task, record } = requireOpenTask(service, param(request, 'taskId'));
		refuseSuspended(record, 'add an attachment');
		const { name, description, type, externalUrl, file } = readBody(newAttachment, request);
		if (file === undefined && externalUrl === undefined) {
			throw badRequest('No file content was found in request body.');
		}
		const now = context.clock.now();
		const attachment: AttachmentRecord = {
			id: timeUuid(now),
			name,
			description: description ?? null,
			type: type ?? null,
			externalUrl: externalUrl ?? null,
			content: file?.content ?? null,
			userId: tokens.callerOf(request).userId,
			time: now,
		};
		task.attachments.push(attachment);
		cases.changed(record);
		return await reply
			.code(201)
			.type(HAL_JSON)
			.send(show(task.id, attachment, false));
	});

	app.get(`${path}/:id`, async (request, reply) => {
		const { task, attachment } = found(param(request, 'taskId'), param(request, 'id'));
		const withUserIds = wants(queryOf(request), 'includeUserIds');
		return await reply.type(HAL_JSON).send(show(task.id, attachment, withUserIds));
	});

	/** The bytes, where the switch lets them be. */
	const content = (place: string) => async (request: FastifyRequest, reply: FastifyReply) => {
		const { attachment } = found(param(request, 'taskId'), param(request, 'id'));
		if (attachment.content === null || state.data.switches.attachmentContent !== place) {
			throw notFound('content of attachment', attachment.id);
		}
		return await reply
			.type(attachment.type ?? 'application/octet-stream')
			.send(Buffer.from(attachment.content, 'base64'));
	};

	app.get(`${path}/:id/content`, content('below'));
	app.get(`${path}/:id/bytes`, content('contentUrl'));

	app.delete(`${path}/:id`, async (request, reply) => {
		const { task, record, at } = found(param(request, 'taskId'), param(request, 'id'));
		// The files of the content services are not shown here; what is no yes or no is refused.
		for (const name of ['cascade', 'cascadeContent']) wants(queryOf(request), name);
		refuseSuspended(record, 'delete an attachment');
		task.attachments.splice(at, 1);
		cases.changed(record);
		return await reply.code(204).send();
	});
}
