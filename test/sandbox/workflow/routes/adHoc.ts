import type { FastifyInstance } from 'fastify';

import { activitiesBody, completeAdHoc, startActivities } from '../adHoc';
import { notFound } from '../errors';
import { showExecution } from '../executions';
import { HAL_JSON, halPage, hrefOf } from '../hal';
import type { Service } from '../service';

import { param, readBody } from './parse';

const BASE = '/opentext/workflow/v1/process-instances/executions';
const PATH = '/process-instances/adhoc-subprocesses/:adhocSubprocessId';

/**
 * A1 (reference 4.5), and the end of an ad-hoc sub-process that has no condition for it (4.10). The lists of ad-hoc sub-processes that the reference tells of are not here:
 * nobody could read their paths. The list of executions has the ids.
 */
export function registerAdHoc(app: FastifyInstance, service: Service): void {
	const { context, state } = service;

	app.post(`${PATH}/activities`, async (request, reply) => {
		const id = param(request, 'adhocSubprocessId');
		const rows = await startActivities(service, id, readBody(activitiesBody, request));
		const items = rows.map((row) => showExecution(row, hrefOf(context, `${BASE}/${row.id}`)));
		const selection = { items, total: items.length, offset: 0, count: items.length };
		const shown = state.data.switches.nestsStartedActivities ? [items] : items;
		return await reply
			.type(HAL_JSON)
			.send(halPage(hrefOf(context, request.url), 'executions', selection, shown));
	});

	app.post(`${PATH}/complete`, async (request, reply) => {
		const id = param(request, 'adhocSubprocessId');
		if (!state.data.switches.probableOperations) {
			throw notFound('resource', `process-instances/adhoc-subprocesses/${id}/complete`);
		}
		await completeAdHoc(service, id);
		return await reply.code(204).send();
	});
}
