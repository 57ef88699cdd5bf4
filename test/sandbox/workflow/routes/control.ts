import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { requireUser, USERS } from '../directory';
import { ServiceError } from '../errors';
import type { CaseRow, TaskRow } from '../query/rows';
import { openTaskRows, requireOpenTask, rowOf, type Service } from '../service';
import { changes } from '../switches';
import { act } from '../taskActions';
import type { TaskRecord } from '../types';

import { addComment } from './comments';
import { readXml } from './models';
import { param, readBody } from './parse';

/** The variable in which the sandbox's own task form keeps the reviewer's reason. */
export const REASON_VARIABLE = 'decisionReason';

const decisionBody = z.object({
	user: z.string(),
	outcome: z.string(),
	reason: z.string().optional(),
	fields: z.record(z.union([z.string(), z.number(), z.boolean()])).default({}),
});

/** `Label:value` pairs of the model (reference 6.3). */
const outcomesOf = ({ possibleOutcomes }: TaskRecord) =>
	possibleOutcomes
		.split(',')
		.filter((pair) => pair.trim() !== '')
		.map((pair) => {
			const [label, value = label] = pair.split(':');
			return { label: label.trim(), value: value.trim() };
		});

const showTask = ({ forms }: Service, { task, record, model }: TaskRow) => ({
	id: task.id,
	name: task.name,
	description: task.description,
	taskDefinitionKey: task.taskDefinitionKey,
	processInstanceId: record.id,
	businessKey: record.businessKey,
	caseName: record.name,
	suspended: record.suspended,
	assignee: task.assignee,
	candidateUsers: task.candidateUsers,
	candidateGroups: task.candidateGroups,
	possibleOutcomes: outcomesOf(task),
	fields: forms.fieldsOf(model.key, task.taskDefinitionKey).filter(({ id }) => id !== REASON_VARIABLE),
	createTime: task.createTime,
	dueDate: task.dueDate,
});

const stateOf = ({ record }: CaseRow) => {
	if (record.endTime !== null) return 'ended';
	return record.suspended ? 'suspended' : 'running';
};

const showCase = (service: Service, row: CaseRow) => {
	const { record, model } = row;
	return {
		id: record.id,
		name: record.name,
		businessKey: record.businessKey,
		processDefinitionKey: model.key,
		processDefinitionName: model.name,
		state: stateOf(row),
		startTime: record.startTime,
		endTime: record.endTime,
		endActivityId: record.endActivityId,
		deleteReason: record.deleteReason,
		outcome: record.tasks.findLast(({ outcome }) => outcome !== null)?.outcome ?? null,
		variables: Object.fromEntries(record.variables.map(({ name, value }) => [name, value])),
		comments: record.comments,
		tasks: record.tasks
			.filter(({ endTime }) => endTime === null)
			.map((task) => showTask(service, { ...row, task })),
		timers: Object.values(record.timers),
	};
};

/** What tests and the console page use, beside the vendor's API. Times are milliseconds since 1970. */
export async function registerControlRoutes(app: FastifyInstance, service: Service): Promise<void> {
	const { cases, context, models, state, tokens } = service;

	app.setErrorHandler(async (error: Error & { statusCode?: number }, _, reply) => {
		const status = error instanceof ServiceError ? error.status : (error.statusCode ?? 500);
		return await reply.code(status).send({ message: error.message });
	});
	// A POST without a body may still name a content type
	app.addContentTypeParser('*', { parseAs: 'string' }, async () => undefined);

	app.get('/cases', async () =>
		cases
			.list()
			.map((record) => showCase(service, rowOf(service, record)))
			.sort((a, b) => b.startTime - a.startTime),
	);

	app.get('/tasks', async () => openTaskRows(service).map((row) => showTask(service, row)));

	app.get('/users', async () => USERS);

	app.post('/tasks/:id/decide', async (request) => {
		const { user, outcome, reason, fields } = readBody(decisionBody, request);
		const row = requireOpenTask(service, param(request, 'id'));
		const assignee = requireUser(user);
		await act(service, row, { action: 'claim', assignee });
		const filledIn = { ...fields, ...(reason === undefined ? {} : { [REASON_VARIABLE]: reason }) };
		const variables = Object.entries(filledIn).map(([name, value]) => ({ name, value }));
		await act(service, row, { action: 'complete', outcome, variables });
		if (reason !== undefined) {
			addComment(service, { record: row.record }, assignee, reason);
			cases.changed(row.record);
		}
		return showCase(service, rowOf(service, row.record));
	});

	app.post('/models', async (request) => {
		const { modelContent } = readBody(z.object({ modelContent: z.string() }), request);
		const { id, key, name, version, processDefinitionId } = await models.deploy(
			readXml(modelContent, 'either'),
		);
		return { id, key, name, version, processDefinitionId };
	});

	app.get('/settings', async () => state.data.switches);

	app.post('/settings', async (request) => {
		state.data.switches = { ...state.data.switches, ...readBody(changes, request) };
		state.save();
		context.changes.emit('change', { service: 'workflow', kind: 'settings', id: '' });
		return state.data.switches;
	});

	app.post('/revoke-tokens', async (_, reply) => {
		tokens.forgetAll();
		return await reply.code(204).send();
	});

	app.post('/expire-tokens', async (_, reply) => {
		tokens.expireAll();
		return await reply.code(204).send();
	});
}
