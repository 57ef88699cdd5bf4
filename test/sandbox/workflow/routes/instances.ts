import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { drawCase } from '../diagram';
import { badRequest, notFound, ServiceError } from '../errors';
import { HAL_JSON, hrefOf, sendPage } from '../hal';
import { commentInput, newCase, startBody } from '../newCase';
import { INSTANCE_FILTERS, INSTANCE_SORTS } from '../query/instanceQuery';
import type { CaseRow } from '../query/rows';
import { select, type Query } from '../query/select';
import { PLAIN_VIEW, showInstance, viewOf, type View } from '../representations';
import { inSubscription, requireRunning, rowOf, runningRows, type Service } from '../service';

import { addComment } from './comments';
import { param, queryOf, readBody } from './parse';

const changeBody = z.object({ action: z.string().optional(), comment: commentInput.nullish() });

/** P1–P6 (reference 4.2). */
export function registerInstances(app: FastifyInstance, service: Service): void {
	const { context, cases, state, tokens } = service;
	const show = (row: CaseRow, view: View) =>
		showInstance(row, view, hrefOf(context, `/opentext/workflow/v1/process-instances/${row.record.id}`));

	const actions: Record<string, { wanted: boolean; run: (row: CaseRow) => void | Promise<void> }> = {
		suspend: { wanted: true, run: ({ record }) => cases.suspend(record) },
		activate: { wanted: false, run: async ({ record }) => await cases.activate(record) },
	};

	app.post('/process-instances', async (request, reply) => {
		const body = readBody(startBody, request);
		const start = await newCase(service, body, tokens.callerOf(request));
		await cases.start(start);
		const view = {
			...PLAIN_VIEW,
			userIds: body.includeUserIds ?? false,
			processVariables: body.returnVariables ?? false,
		};
		return await reply
			.code(201)
			.type(HAL_JSON)
			.send(show(rowOf(service, start.record), view));
	});

	app.get('/process-instances', async (request, reply) => {
		const asked = queryOf(request);
		const isFiltered = state.data.switches.businessKeyFilter;
		const { businessKey, ...others } = asked;
		const query: Query = { ...others, ...(isFiltered && businessKey !== undefined && { businessKey }) };
		const view = viewOf(query);
		const rows = inSubscription(runningRows(service), query, tokens.callerOf(request));
		const selection = select(rows, query, INSTANCE_FILTERS, INSTANCE_SORTS);
		const items = selection.items.map((row) => show(row, view));
		return await sendPage(context, request, reply, 'process-instances', selection, items);
	});

	app.get('/process-instances/:id', async (request, reply) => {
		const row = requireRunning(service, param(request, 'id'));
		return await reply.type(HAL_JSON).send(show(row, viewOf(queryOf(request))));
	});

	app.get('/process-instances/:id/diagram', async (request, reply) => {
		const { record, model } = requireRunning(service, param(request, 'id'));
		const open = record.tasks.filter(({ endTime }) => endTime === null);
		const active = new Set(open.map(({ taskDefinitionKey }) => taskDefinitionKey));
		const drawn = drawCase(model.modelContent, active);
		if (drawn) return await reply.type('image/png').send(drawn);
		const how = state.data.switches.undrawnDiagram;
		if (how === 'notFound') throw notFound('diagram', record.id);
		if (how === 'badRequest') {
			throw badRequest(`Process '${model.key}' has no graphical notation defined.`);
		}
		return await reply.code(204).send();
	});

	app.put('/process-instances/:id', async (request, reply) => {
		const row = requireRunning(service, param(request, 'id'));
		const { action = '', comment } = readBody(changeBody, request);
		if (!Object.hasOwn(actions, action)) throw badRequest(`Invalid action: '${action}'.`);
		const { wanted, run } = actions[action];
		const { record } = row;
		const isRepeated = record.suspended === wanted;
		if (isRepeated && state.data.switches.refuseRepeatedState) {
			throw new ServiceError(
				409,
				`Process instance with id '${record.id}' is already ${wanted ? 'suspended' : 'active'}.`,
			);
		}
		if (comment) addComment(service, row, tokens.callerOf(request).userId, comment.message);
		if (!isRepeated) await run(row);
		return await reply.type(HAL_JSON).send(show(row, PLAIN_VIEW));
	});

	app.delete('/process-instances/:id', async (request, reply) => {
		const { record } = requireRunning(service, param(request, 'id'));
		const { deleteReason } = queryOf(request);
		cases.terminate(record, state.data.switches.keepsDeleteReason ? deleteReason : undefined);
		return await reply.code(204).send();
	});
}
