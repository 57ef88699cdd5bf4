import type { FastifyInstance } from 'fastify';

import { actOn, executionBody, executionRows, showExecution } from '../executions';
import { HAL_JSON, hrefOf, sendPage } from '../hal';
import { EXECUTION_FILTERS, EXECUTION_SORTS, type ExecutionRow } from '../query/executionQuery';
import { select } from '../query/select';
import { inSubscription, type Service } from '../service';

import { param, queryOf, readBody } from './parse';

const PATH = '/process-instances/executions';

/** E1 and E2 (reference 4.5). */
export function registerExecutions(app: FastifyInstance, service: Service): void {
	const { context, state, tokens } = service;
	const show = (row: ExecutionRow) =>
		showExecution(row, hrefOf(context, `/opentext/workflow/v1${PATH}/${row.id}`));

	app.get(PATH, async (request, reply) => {
		const query = queryOf(request);
		const rows = inSubscription(await executionRows(service), query, tokens.callerOf(request));
		const selection = select(rows, query, EXECUTION_FILTERS, EXECUTION_SORTS);
		const items = selection.items.map(show);
		return await sendPage(context, request, reply, 'executions', selection, items);
	});

	app.put(`${PATH}/:executionId`, async (request, reply) => {
		const id = param(request, 'executionId');
		await actOn(service, id, readBody(executionBody, request));
		const after = (await executionRows(service)).find((row) => row.id === id);
		if (after === undefined || state.data.switches.executionAnswer === 'empty') {
			return await reply.code(204).send();
		}
		return await reply.type(HAL_JSON).send(show(after));
	});
}
