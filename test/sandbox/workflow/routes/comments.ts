import type { FastifyInstance, FastifyRequest } from 'fastify';

import { notFound } from '../errors';
import { HAL_JSON, sendPage } from '../hal';
import { commentInput } from '../newCase';
import { select } from '../query/select';
import { showComment } from '../representations';
import { refuseSuspended, requireOpenTask, requireRunning, type Service } from '../service';
import { timeUuid } from '../timeUuid';
import type { CaseRecord, CommentRecord } from '../types';

import { param, queryOf, readBody } from './parse';

/** What a comment lies with: a case as a whole, or one of its tasks. */
interface Place {
	record: CaseRecord;
	task?: { id: string };
}

/** Adds a comment to a case. The caller saves. */
export function addComment(
	{ context }: Service,
	{ record, task }: Place,
	author: string,
	message: string,
): CommentRecord {
	const now = context.clock.now();
	const comment: CommentRecord = { id: timeUuid(now), author, message, time: now };
	if (task) comment.taskId = task.id;
	record.comments.push(comment);
	return comment;
}

/** C1–C3 (reference 4.4), and the same of a task (4.10), which is inferred: the list of a case has those of its tasks as well, as Flowable's has. */
export function registerComments(app: FastifyInstance, service: Service): void {
	const { context, cases, state, tokens } = service;

	const register = (path: string, find: (id: string) => Place) => {
		const placeOf = (request: FastifyRequest) => find(param(request, 'id'));
		const isOf =
			({ task }: Place) =>
			({ taskId }: CommentRecord) =>
				task === undefined || taskId === task.id;

		app.get(path, async (request, reply) => {
			const place = placeOf(request);
			const { record } = place;
			const comments = record.comments.filter(isOf(place));
			const selection = select(comments, queryOf(request), {}, { time: ({ time }) => time });
			const items = selection.items.map((comment) => showComment(comment, record.id, false));
			return await sendPage(context, request, reply, 'comments', selection, items);
		});

		app.post(path, async (request, reply) => {
			const place = placeOf(request);
			const { record } = place;
			refuseSuspended(record, 'add a comment');
			const { message, includeUserIds } = readBody(commentInput, request);
			const comment = addComment(service, place, tokens.callerOf(request).userId, message);
			cases.changed(record);
			return await reply
				.code(201)
				.type(HAL_JSON)
				.send(showComment(comment, record.id, includeUserIds ?? false));
		});

		app.delete(`${path}/:commentId`, async (request, reply) => {
			const place = placeOf(request);
			const { record } = place;
			const commentId = param(request, 'commentId');
			const wanted = record.comments.filter(isOf(place)).find(({ id }) => id === commentId);
			if (wanted === undefined) throw notFound('comment', commentId);
			record.comments = record.comments.filter((comment) => comment !== wanted);
			cases.changed(record);
			return await reply.code(204).send();
		});
	};

	register('/process-instances/:id/comments', (id) => requireRunning(service, id));
	register('/tasks/:id/comments', (id) => {
		if (!state.data.switches.taskComments) throw notFound('resource', `tasks/${id}/comments`);
		return requireOpenTask(service, id);
	});
}
