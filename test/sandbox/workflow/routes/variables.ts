import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { badRequest, notFound, ServiceError } from '../errors';
import { HAL_JSON, sendPage } from '../hal';
import { select } from '../query/select';
import { requireOpenTask, requireRunning, type Service } from '../service';
import type { CaseRecord, Variable } from '../types';
import {
	findVariable,
	putVariables,
	requireVariable,
	showVariable,
	toVariable,
	variableInput,
} from '../variables';

import { param, queryOf, readBody } from './parse';

/** Variables of a case, or of one task of it alone. */
interface Holder {
	record: CaseRecord;
	id: string;
	variables: Variable[];
}

/** V1–V5 (reference 4.3), and the same of tasks (4.10, inferred). */
export function registerVariables(app: FastifyInstance, service: Service): void {
	const { cases, state } = service;
	const refusing = (status: 404 | 409): number =>
		state.data.switches.variableRefusals === 'telling' ? status : 400;

	const ofCase = (id: string): Holder => {
		const { record } = requireRunning(service, id);
		return { record, id, variables: record.variables };
	};

	const ofTask = (id: string): Holder => {
		if (!state.data.switches.taskVariables) throw notFound('resource', `tasks/${id}/variables`);
		const { record, task } = requireOpenTask(service, id);
		return { record, id, variables: task.localVariables };
	};

	register(app, service, '/process-instances/:id/variables', ofCase);
	register(app, service, '/tasks/:id/variables', ofTask);

	function register(
		scope: FastifyInstance,
		{ context }: Service,
		path: string,
		find: (id: string) => Holder,
	): void {
		const single = `${path}/:variableName`;
		const of = (request: FastifyRequest) => find(param(request, 'id'));

		scope.get(path, async (request, reply) => {
			const { variables } = of(request);
			const selection = select(variables, queryOf(request), {}, { name: ({ name }) => name });
			const items = selection.items.map(showVariable);
			return await sendPage(context, request, reply, 'variables', selection, items);
		});

		scope.post(path, async (request, reply) => {
			const { record, id, variables } = of(request);
			const given = readBody(z.array(variableInput), request).map(toVariable);
			const existing = given.find(({ name }) => findVariable(variables, name) !== undefined);
			if (existing !== undefined) {
				throw new ServiceError(refusing(409), `Variable '${existing.name}' is already present on '${id}'.`);
			}
			putVariables(variables, given);
			cases.changed(record);
			return await reply.code(201).type(HAL_JSON).send(given.map(showVariable));
		});

		scope.get(single, async (request, reply) => {
			const { variables, id } = of(request);
			const variable = requireVariable(variables, param(request, 'variableName'), id);
			return await reply.type(HAL_JSON).send(showVariable(variable));
		});

		scope.put(single, async (request, reply) => {
			const { record, id, variables } = of(request);
			const name = param(request, 'variableName');
			const variable = toVariable(readBody(variableInput, request));
			if (variable.name !== name) {
				throw badRequest(
					`Variable name in the body should be equal to the name used in the address: '${name}'.`,
				);
			}
			if (findVariable(variables, name) === undefined) {
				throw new ServiceError(refusing(404), `Could not find a variable '${name}' of '${id}'.`);
			}
			putVariables(variables, [variable]);
			cases.changed(record);
			return await reply.type(HAL_JSON).send(showVariable(variable));
		});

		scope.delete(single, async (request, reply) => {
			const { record, id, variables } = of(request);
			const variable = requireVariable(variables, param(request, 'variableName'), id);
			variables.splice(variables.indexOf(variable), 1);
			cases.changed(record);
			return await reply.code(204).send();
		});
	}
}
