import { z } from 'zod';

import type { NewCase } from './cases';
import { badRequest } from './errors';
import type { ModelRecord } from './types';
import type { Service } from './service';
import { timeUuid } from './timeUuid';
import type { Caller } from './tokens';
import { putVariables, toVariable, variableInput } from './variables';

/** Reference 5.6. */
export const commentInput = z.object({
	message: z.string().min(1),
	type: z.string().nullish(),
	includeUserIds: z.boolean().nullish(),
});

const variables = z.array(variableInput).nullish();

/** Body of P1 (reference 4.2). */
export const startBody = z.object({
	processDefinitionKey: z.string().nullish(),
	processDefinitionId: z.string().nullish(),
	message: z.string().nullish(),
	name: z.string().nullish(),
	businessKey: z.string().nullish(),
	variables,
	transientVariables: variables,
	startFormVariables: variables,
	outcome: z.string().nullish(),
	returnVariables: z.boolean().nullish(),
	comment: commentInput.nullish(),
	includeUserIds: z.boolean().nullish(),
	async: z.boolean().nullish(),
});
export type StartBody = z.infer<typeof startBody>;

interface Entrance {
	model: ModelRecord;
	messageId?: string;
}

/** How each of the three handles leads to a model. */
async function entranceOf({ models }: Service, body: StartBody): Promise<Entrance> {
	const { processDefinitionKey: key, processDefinitionId: id, message } = body;
	const given = [key, id, message].filter((handle) => handle !== undefined && handle !== null);
	if (given.length !== 1) {
		throw badRequest(
			'Either processDefinitionId, processDefinitionKey or message is required, and only one of them.',
		);
	}
	if (typeof message === 'string') {
		const found = await models.startedByMessage(message);
		if (found === undefined) throw badRequest(`No process is started by a message with name '${message}'.`);
		return found;
	}
	const model =
		typeof key === 'string'
			? models.latest(key)
			: models.list().find(({ processDefinitionId }) => processDefinitionId === id);
	if (model === undefined) {
		throw badRequest(
			typeof key === 'string'
				? `No process definition found for key '${key}'.`
				: `No process definition found for id = '${String(id)}'.`,
		);
	}
	const { hasNoneStart } = await models.content(model);
	if (!hasNoneStart) throw badRequest(`Process '${model.key}' has no none start event: start it by message.`);
	return { model };
}

/**
 * Makes a case out of a start request. Nothing is stored yet.
 * @throws ServiceError 400 for a wrong handle or variable (reference 4.2, 9.3)
 */
export async function newCase(service: Service, body: StartBody, caller: Caller): Promise<NewCase> {
	const { model, messageId } = await entranceOf(service, body);
	const now = service.context.clock.now();
	const { comment } = body;
	const stored = [...(body.variables ?? []), ...(body.startFormVariables ?? [])].map(toVariable);
	const record: NewCase['record'] = {
		id: timeUuid(now),
		rootExecutionId: timeUuid(now),
		name: body.name ?? null,
		businessKey: body.businessKey ?? null,
		modelId: model.id,
		startTime: now,
		startUserId: caller.userId,
		startActivityId: null,
		endTime: null,
		endActivityId: null,
		deleteReason: null,
		dueDate: null,
		suspended: false,
		subscriptionId: caller.subscriptionId,
		variables: [],
		comments: comment
			? [{ id: timeUuid(now), author: caller.userId, message: comment.message, time: now }]
			: [],
		tasks: [],
		activities: [],
		timers: {},
	};
	putVariables(record.variables, stored);
	return {
		record,
		messageId,
		transient: (body.transientVariables ?? []).map(toVariable),
		later: body.async ?? false,
	};
}
