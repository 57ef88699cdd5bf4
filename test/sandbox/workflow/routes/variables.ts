import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { badRequest, ServiceError } from '../errors';
import { HAL_JSON, sendPage } from '../hal';
import { select } from '../query/select';
import { requireRunning, type Service } from '../service';
import {
	findVariable,
	putVariables,
	requireVariable,
	showVariable,
	toVariable,
	variableInput,
} from '../variables';

import { param, queryOf, readBody } from './parse';

/** V1–V5 (reference 4.3). */
export function registerVariables(app: FastifyInstance, service: Service): void {
	const { context, cases } = service;
	const path = '/process-instances/:id/variables';
	const single = `${path}/:variableName`;

	app.get(path, async (request, reply) => {
		const { record } = requireRunning(service, param(request, 'id'));
		const selection = select(record.variables, queryOf(request), {}, { name: ({ name }) => name });
		const items = selection.items.map(showVariable);
		return await sendPage(context, request, reply, 'variables', selection, items);
	});

	app.post(path, async (request, reply) => {
		const { record } = requireRunning(service, param(request, 'id'));
		const variables = readBody(z.array(variableInput), request).map(toVariable);
		const existing = variables.find(({ name }) => findVariable(record.variables, name) !== undefined);
		if (existing !== undefined) {
			throw new ServiceError(
				409,
				`Variable '${existing.name}' is already present on process instance '${record.id}'.`,
			);
		}
		putVariables(record.variables, variables);
		cases.changed(record);
		return await reply.code(201).type(HAL_JSON).send(variables.map(showVariable));
	});

	app.get(single, async (request, reply) => {
		const { record } = requireRunning(service, param(request, 'id'));
		const variable = requireVariable(record.variables, param(request, 'variableName'), record.id);
		return await reply.type(HAL_JSON).send(showVariable(variable));
	});

	app.put(single, async (request, reply) => {
		const { record } = requireRunning(service, param(request, 'id'));
		const name = param(request, 'variableName');
		const variable = toVariable(readBody(variableInput, request));
		if (variable.name !== name) {
			throw badRequest(
				`Variable name in the body should be equal to the name used in the address: '${name}'.`,
			);
		}
		requireVariable(record.variables, name, record.id);
		putVariables(record.variables, [variable]);
		cases.changed(record);
		return await reply.type(HAL_JSON).send(showVariable(variable));
	});

	app.delete(single, async (request, reply) => {
		const { record } = requireRunning(service, param(request, 'id'));
		const variable = requireVariable(record.variables, param(request, 'variableName'), record.id);
		record.variables.splice(record.variables.indexOf(variable), 1);
		cases.changed(record);
		return await reply.code(204).send();
	});
}
