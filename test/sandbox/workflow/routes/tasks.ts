import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseTime } from '../dates';
import { requireUser } from '../directory';
import { HAL_JSON, hrefOf, sendPage } from '../hal';
import type { TaskRow } from '../query/rows';
import { select } from '../query/select';
import { TASK_FILTERS, TASK_SORTS } from '../query/taskQuery';
import { PLAIN_VIEW, showTask, viewOf, type View } from '../representations';
import { inSubscription, openTaskRows, refuseSuspended, requireOpenTask, type Service } from '../service';
import { act, actionBody } from '../taskActions';

import { param, queryOf, readBody } from './parse';

const nullableText = z.string().nullable().optional();

/** Body of T3 (reference 4.6): only what is sent is changed. */
const taskChanges = z.object({
	name: z.string().optional(),
	description: nullableText,
	category: nullableText,
	formKey: nullableText,
	assignee: nullableText,
	owner: nullableText,
	priority: z.number().int().optional(),
	dueDate: nullableText,
	delegationState: z.enum(['pending', 'resolved']).nullable().optional(),
	parentTaskId: nullableText,
});
const taskBody = taskChanges.extend({
	includeUserIds: z.boolean().optional(),
	includeGroupIds: z.boolean().optional(),
});

const knownUser = (who: string | null | undefined) => (typeof who === 'string' ? requireUser(who) : who);

/** The members of a task that were sent, as they are kept. */
function changesOf(body: z.infer<typeof taskChanges>) {
	const { assignee, owner, dueDate } = body;
	const changes = {
		...body,
		assignee: knownUser(assignee),
		owner: knownUser(owner),
		dueDate: typeof dueDate === 'string' ? parseTime(dueDate, 'dueDate') : dueDate,
	};
	return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** Which actions answer with 200 and which with 204: a client must accept both (reference 3.8). */
const ACTION_STATUS: Record<string, number> = { complete: 204, resolve: 204 };

/** T1–T4 (reference 4.6). */
export function registerTasks(app: FastifyInstance, service: Service): void {
	const { context, cases, tokens } = service;
	const show = (row: TaskRow, view: View) =>
		showTask(row, view, hrefOf(context, `/opentext/workflow/v1/tasks/${row.task.id}`));

	app.get('/tasks', async (request, reply) => {
		const query = queryOf(request);
		const view = viewOf(query);
		const rows = inSubscription(openTaskRows(service), query, tokens.callerOf(request));
		const selection = select(rows, query, TASK_FILTERS, TASK_SORTS);
		const items = selection.items.map((row) => show(row, view));
		return await sendPage(context, request, reply, 'tasks', selection, items);
	});

	app.get('/tasks/:taskId', async (request, reply) => {
		const row = requireOpenTask(service, param(request, 'taskId'));
		return await reply.type(HAL_JSON).send(show(row, viewOf(queryOf(request))));
	});

	app.put('/tasks/:taskId', async (request, reply) => {
		const row = requireOpenTask(service, param(request, 'taskId'));
		const body = readBody(taskBody, request);
		refuseSuspended(row.record, 'update the task');
		Object.assign(row.task, changesOf(taskChanges.parse(body)));
		cases.changed(row.record);
		const view = {
			...PLAIN_VIEW,
			userIds: body.includeUserIds ?? false,
			groupIds: body.includeGroupIds ?? false,
		};
		return await reply.type(HAL_JSON).send(show(row, view));
	});

	app.post('/tasks/:taskId', async (request, reply) => {
		const row = requireOpenTask(service, param(request, 'taskId'));
		const body = readBody(actionBody, request);
		await act(service, row, body);
		return await reply.code(ACTION_STATUS[body.action ?? ''] ?? 200).send();
	});
}
