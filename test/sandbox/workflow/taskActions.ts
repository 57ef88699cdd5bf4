import { z } from 'zod';

import { requireUser, sameUser } from './directory';
import { badRequest, ServiceError } from './errors';
import type { TaskRow } from './query/rows';
import type { Service } from './service';
import { putVariables, toVariable, variableInput, type VariableInput } from './variables';

/** Body of T4 (reference 5.4). */
export const actionBody = z.object({
	action: z.string().optional(),
	assignee: z.string().nullish(),
	outcome: z.string().nullish(),
	variables: z.array(variableInput).nullish(),
	transientVariables: z.array(variableInput).nullish(),
});
export type ActionBody = z.infer<typeof actionBody>;

type Action = (service: Service, row: TaskRow, body: ActionBody) => Promise<void> | void;

/** Variables without scope belong to the process; local ones are lost when the task ends (reference 4.6). */
function writeVariables({ record, task }: TaskRow, inputs: readonly VariableInput[]): void {
	const variables = inputs.map(toVariable);
	putVariables(
		record.variables,
		variables.filter(({ scope }) => scope === 'global'),
	);
	putVariables(
		task.localVariables,
		variables.filter(({ scope }) => scope === 'local'),
	);
}

function claim({ context }: Service, { task }: TaskRow, { assignee }: ActionBody): void {
	// Without an assignee the engine behind the service gives the task back (reference 4.6)
	if (!assignee) {
		Object.assign(task, { assignee: null, claimTime: null });
		return;
	}
	const user = requireUser(assignee);
	if (sameUser(task.assignee, user)) return;
	if (task.assignee !== null) {
		throw new ServiceError(
			409,
			`Task '${task.id}' is already claimed by someone else.`,
			'Task was already claimed',
		);
	}
	Object.assign(task, { assignee: user, claimTime: context.clock.now() });
}

function unclaim(_: Service, { task }: TaskRow): void {
	Object.assign(task, { assignee: null, claimTime: null });
}

function delegate(_: Service, { task }: TaskRow, { assignee }: ActionBody): void {
	if (!assignee) throw badRequest('An assignee is required when delegating a task.');
	const user = requireUser(assignee);
	const owner = task.owner ?? task.assignee;
	Object.assign(task, { owner, assignee: user, delegationState: 'pending' });
}

function resolve(_: Service, row: TaskRow, { variables }: ActionBody): void {
	const { task } = row;
	if (task.delegationState !== 'pending') {
		throw badRequest(`Task '${task.id}' is not delegated and cannot be resolved.`);
	}
	writeVariables(row, variables ?? []);
	Object.assign(task, { assignee: task.owner, delegationState: 'resolved' });
}

async function complete({ cases, context, state }: Service, row: TaskRow, body: ActionBody): Promise<void> {
	const { task, record } = row;
	if (task.delegationState === 'pending') {
		throw new ServiceError(500, 'A delegated task cannot be completed, but should be resolved instead.');
	}
	if (task.assignee === null && state.data.switches.refuseUnassignedCompletion) {
		throw new ServiceError(403, `Task '${task.id}' is not assigned: claim it before completing it.`);
	}
	const transient = (body.transientVariables ?? []).map(toVariable);
	const variables = [...(body.variables ?? [])];
	const { outcome = null } = body;
	if (outcome !== null && task.outcomeVariable !== null) {
		variables.push({ name: task.outcomeVariable, value: outcome, type: 'string' });
	}
	variables.forEach(toVariable);
	await cases.step(record, (run) => {
		run.transient = transient;
		writeVariables(row, variables);
		Object.assign(task, { endTime: context.clock.now(), outcome });
		run.signal(task.engineExecutionId);
	});
}

const ACTIONS: Record<string, Action> = { claim, unclaim, delegate, resolve, complete };

/**
 * Does what T4 asks for (reference 4.6).
 * @throws ServiceError 400 for an unknown action or a missing value, 403, 409 or 500 as each action says; nothing has
 * changed then
 */
export async function act(service: Service, row: TaskRow, body: ActionBody): Promise<void> {
	const { action = '' } = body;
	if (!Object.hasOwn(ACTIONS, action)) throw badRequest(`Invalid action: '${action}'.`);
	if (row.record.suspended) throw new ServiceError(500, `Cannot ${action} a suspended task.`);
	await ACTIONS[action](service, row, body);
	service.cases.changed(row.record);
}
