import { z } from 'zod';

import { badRequest, notFound, ServiceError } from './errors';
import { eventRefsOf, type ModelElement } from './model/elements';
import type { ExecutionRow, WaitsFor } from './query/executionQuery';
import type { CaseRow } from './query/rows';
import { runningRows, type Service } from './service';
import type { ActivityRecord, CaseRecord } from './types';
import { putVariables, toVariable, variableInput } from './variables';

/** Body of E2 (reference 4.5). */
export const executionBody = z.object({
	action: z.string().optional(),
	signalName: z.string().nullish(),
	messageName: z.string().nullish(),
	variables: z.array(variableInput).nullish(),
	transientVariables: z.array(variableInput).nullish(),
});
export type ExecutionBody = z.infer<typeof executionBody>;

/** What a step waits for that no person does; null for any other. */
function waitsFor(element: ModelElement): WaitsFor | null {
	if (element.type === 'bpmn:ReceiveTask') return { kind: 'trigger', names: [] };
	if (element.type !== 'bpmn:IntermediateCatchEvent') return null;
	const [messages, signals] = [eventRefsOf(element, 'messageRef'), eventRefsOf(element, 'signalRef')];
	if (messages.length > 0) return { kind: 'message', names: messages.map(({ name }) => name) };
	return signals.length > 0 ? { kind: 'signal', names: signals.map(({ name }) => name) } : null;
}

/** The tokens of running cases, each case itself before them. */
export async function executionRows(service: Service): Promise<ExecutionRow[]> {
	const rows = await Promise.all(runningRows(service).map(async (row) => await rowsOf(service, row)));
	return rows.flat();
}

async function rowsOf({ models }: Service, row: CaseRow): Promise<ExecutionRow[]> {
	const { record, model } = row;
	const { elements } = await models.content(model);
	const waits = new Map(elements.map((element) => [element.id, waitsFor(element)]));
	const root = { id: record.rootExecutionId, parentId: null, activityId: null, engineExecutionId: null };
	const steps = record.activities.filter(({ endTime }) => endTime === null);
	return [
		{ ...row, ...root, waitsFor: null },
		...steps.map(({ executionId, activityId, engineExecutionId, within }) => ({
			...row,
			...{ id: executionId, activityId, engineExecutionId },
			parentId:
				steps.find((outer) => outer.engineExecutionId === within)?.executionId ?? record.rootExecutionId,
			waitsFor: waits.get(activityId) ?? null,
		})),
	];
}

/** Reference 5.8. */
export const showExecution = ({ id, parentId, activityId, record }: ExecutionRow, href: string) => ({
	id,
	parentId,
	superExecutionId: null,
	processInstanceId: record.id,
	activityId,
	suspended: record.suspended,
	tenantId: '',
	_links: { self: { href } },
});

interface Action {
	/** off with the switch for actions that the reference infers */
	inferred?: true;
	/** @throws ServiceError when the execution does not wait for this */
	check(row: ExecutionRow, body: ExecutionBody): void;
}

/** The engine's general exception (reference 3.7). */
export const wrongState = (text: string) => new ServiceError(500, text);

const trigger: Action = {
	check({ id, waitsFor: waits }) {
		if (waits === null) throw wrongState(`Execution '${id}' does not wait for a trigger.`);
	},
};

const byName = (kind: 'message' | 'signal', nameIn: (body: ExecutionBody) => string): Action => ({
	check({ id, waitsFor: waits }, body) {
		const name = nameIn(body);
		if (name === '') throw badRequest(`A ${kind} name is required.`);
		if (waits?.kind === kind && waits.names.includes(name)) return;
		throw wrongState(`Execution '${id}' has not subscribed to a ${kind} event with name '${name}'.`);
	},
});

const ACTIONS: Record<string, Action> = {
	trigger,
	signal: { ...trigger, inferred: true },
	signalEventReceived: byName('signal', ({ signalName }) => signalName ?? ''),
	messageEventReceived: { ...byName('message', ({ messageName }) => messageName ?? ''), inferred: true },
};

/** The token stays the same one on its way to the next step (reference 3.8: "200 with the execution"). */
function carryOn(record: CaseRecord, executionId: string, before: ReadonlySet<ActivityRecord>): void {
	const next = record.activities.find((step) => step.endTime === null && !before.has(step));
	if (next === undefined) return;
	next.executionId = executionId;
	const task = record.tasks.find((one) => one.engineExecutionId === next.engineExecutionId);
	if (task !== undefined) task.executionId = executionId;
}

/**
 * Does what E2 asks for (reference 4.5).
 * @throws ServiceError 404 for an execution that is unknown or over, 400 for an unknown action or a missing name, 500 where it does not wait for this or is suspended; nothing has
 * changed then
 */
export async function actOn(service: Service, id: string, body: ExecutionBody): Promise<void> {
	const row = (await executionRows(service)).find((one) => one.id === id);
	if (row === undefined) throw notFound('execution', id);
	const { action = '' } = body;
	const known = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
	const { inferredExecutionActions } = service.state.data.switches;
	if (known === undefined || (known.inferred && !inferredExecutionActions)) {
		throw badRequest(`Invalid action: '${action}'.`);
	}
	const { record, engineExecutionId } = row;
	if (record.suspended) throw wrongState(`Cannot ${action} a suspended execution.`);
	known.check(row, body);
	if (engineExecutionId === null) throw wrongState(`Execution '${id}' does not wait.`);
	const [variables, transient] = [body.variables ?? [], body.transientVariables ?? []].map((list) =>
		list.map(toVariable),
	);
	await service.cases.step(record, (run) => {
		const before = new Set(record.activities);
		run.transient = transient;
		putVariables(record.variables, variables);
		run.signal(engineExecutionId);
		carryOn(record, id, before);
	});
}
