import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { requireGroup, requireUser, sameUser } from '../directory';
import { badRequest, notFound } from '../errors';
import { HAL_JSON, hrefOf, sendPage } from '../hal';
import { select } from '../query/select';
import { assignmentsOf, candidateTypesOf, viewOf, type CandidateTypes } from '../representations';
import { refuseSuspended, requireOpenTask, type Service } from '../service';
import type { Switches } from '../switches';
import type { TaskRecord } from '../types';

import { param, queryOf, readBody } from './parse';

/** One object with a type and exactly one of user and group (reference 4.6, T6–T8; inferred: Flowable identity links, U14). */
const assignment = z.object({
	type: z.string().min(1, 'The identity link type is required.'),
	user: z.string().nullish(),
	group: z.string().nullish(),
});

type Given = z.infer<typeof assignment>;

/** What is changed, in the form that the switch asks for (U14). @throws ServiceError 400 when it has another */
function givenIn(request: FastifyRequest, form: Switches['assignmentForm']): Given[] {
	return form === 'list' ? readBody(z.array(assignment).min(1), request) : [readBody(assignment, request)];
}

/** Types of which a task has one, which is an attribute of it. */
const SINGLE = ['assignee', 'owner'] as const;

const without = (names: readonly string[], name: string) => names.filter((one) => !sameUser(one, name));

interface Link {
	/** the attribute or list that holds it */
	holder: 'assignee' | 'owner' | 'candidateUsers' | 'candidateGroups';
	name: string;
}

function linkOf({ type, user, group }: Given, candidateTypes: CandidateTypes): Link {
	if (Boolean(user) === Boolean(group)) throw badRequest('Either a user or a group is required.');
	const single = SINGLE.find((one) => one === type);
	if (single && user) return { holder: single, name: requireUser(user) };
	if (type !== candidateTypes[user ? 'user' : 'group'])
		throw badRequest(`Invalid identity link type: '${type}'.`);
	return user
		? { holder: 'candidateUsers', name: requireUser(user) }
		: { holder: 'candidateGroups', name: requireGroup(String(group)) };
}

function add(task: TaskRecord, { holder, name }: Link): void {
	if (holder === 'assignee' || holder === 'owner') task[holder] = name;
	else task[holder] = [...without(task[holder], name), name];
}

/** @throws ServiceError 404 when there is none such */
function remove(task: TaskRecord, { holder, name }: Link): void {
	const { [holder]: held } = task;
	if (![held].flat().some((one) => sameUser(one, name))) throw notFound('identity link', name);
	if (holder === 'assignee' || holder === 'owner') task[holder] = null;
	else task[holder] = without(task[holder], name);
}

/** T5–T8 (reference 4.6). */
export function registerAssignments(app: FastifyInstance, service: Service): void {
	const { context, cases, state } = service;
	const path = '/tasks/:taskId/assignments';

	app.get(path, async (request, reply) => {
		const { task } = requireOpenTask(service, param(request, 'taskId'));
		const query = queryOf(request);
		const types = candidateTypesOf(state.data.switches.assignmentForm);
		const selection = select(assignmentsOf(task, viewOf(query), types), query, {}, {});
		return await sendPage(context, request, reply, 'assignments', selection, selection.items);
	});

	const change = (method: 'DELETE' | 'POST' | 'PUT', status: number, act: typeof add) =>
		app.route({
			method,
			url: path,
			handler: async (request, reply) => {
				const { task, record } = requireOpenTask(service, param(request, 'taskId'));
				refuseSuspended(record, 'change the assignments');
				const form = state.data.switches.assignmentForm;
				const given = givenIn(request, form);
				for (const link of given.map((one) => linkOf(one, candidateTypesOf(form)))) act(task, link);
				cases.changed(record);
				if (status === 204) return await reply.code(status).send();
				const self = { href: hrefOf(context, `/opentext/workflow/v1/tasks/${task.id}/assignments`) };
				const shown = given.map((one) => ({ user: null, group: null, ...one, _links: { self } }));
				return await reply
					.code(status)
					.type(HAL_JSON)
					.send(form === 'list' ? shown : shown[0]);
			},
		});
	change('POST', 201, add);
	change('PUT', 200, add);
	change('DELETE', 204, remove);
}
