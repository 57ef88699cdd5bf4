import type { FastifyInstance } from 'fastify';

import { notFound } from '../errors';
import { HAL_JSON, sendPage } from '../hal';
import { commentInput } from '../newCase';
import { select } from '../query/select';
import { showComment } from '../representations';
import { refuseSuspended, requireRunning, type Service } from '../service';
import { timeUuid } from '../timeUuid';
import type { CaseRecord, CommentRecord } from '../types';

import { param, queryOf, readBody } from './parse';

/** Adds a comment to a case. The caller saves. */
export function addComment(
	{ context }: Service,
	record: CaseRecord,
	author: string,
	message: string,
): CommentRecord {
	const now = context.clock.now();
	const comment = { id: timeUuid(now), author, message, time: now };
	record.comments.push(comment);
	return comment;
}

/** C1–C3 (reference 4.4). */
export function registerComments(app: FastifyInstance, service: Service): void {
	const { context, cases, tokens } = service;
	const path = '/process-instances/:id/comments';

	app.get(path, async (request, reply) => {
		const { record } = requireRunning(service, param(request, 'id'));
		const selection = select(record.comments, queryOf(request), {}, { time: ({ time }) => time });
		const items = selection.items.map((comment) => showComment(comment, record.id, false));
		return await sendPage(context, request, reply, 'comments', selection, items);
	});

	app.post(path, async (request, reply) => {
		const { record } = requireRunning(service, param(request, 'id'));
		refuseSuspended(record, 'add a comment');
		const { message, includeUserIds } = readBody(commentInput, request);
		const comment = addComment(service, record, tokens.callerOf(request).userId, message);
		cases.changed(record);
		return await reply
			.code(201)
			.type(HAL_JSON)
			.send(showComment(comment, record.id, includeUserIds ?? false));
	});

	app.delete(`${path}/:commentId`, async (request, reply) => {
		const { record } = requireRunning(service, param(request, 'id'));
		const commentId = param(request, 'commentId');
		const at = record.comments.findIndex(({ id }) => id === commentId);
		if (at < 0) throw notFound('comment', commentId);
		record.comments.splice(at, 1);
		cases.changed(record);
		return await reply.code(204).send();
	});
}
