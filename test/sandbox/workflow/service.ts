import type { SandboxContext, StateFile } from '../core';

import type { Cases } from './cases';
import { notFound, ServiceError } from './errors';
import type { Forms } from './forms';
import type { Models } from './model/models';
import { tasksOf, type CaseRow, type TaskRow } from './query/rows';
import { matching, type Query } from './query/select';
import type { Throttle } from './throttle';
import type { Caller, Tokens } from './tokens';
import type { CaseRecord, WorkflowState } from './types';
import { onlyWhenTrue } from './query/filters';

/** Everything that the routes work with. */
export interface Service {
	context: SandboxContext;
	state: StateFile<WorkflowState>;
	models: Models;
	forms: Forms;
	cases: Cases;
	tokens: Tokens;
	throttle: Throttle;
}

export const rowOf = ({ models }: Service, record: CaseRecord): CaseRow => ({
	record,
	model: models.ofCase(record.modelId),
});

const isRunning = ({ record }: CaseRow) => record.endTime === null;

/** Running cases, in order of start. */
export const runningRows = (service: Service): CaseRow[] =>
	service.cases
		.list()
		.map((record) => rowOf(service, record))
		.filter(isRunning);

/** Open tasks of running cases. */
export const openTaskRows = (service: Service): TaskRow[] =>
	runningRows(service)
		.flatMap(tasksOf)
		.filter(({ task }) => task.endTime === null);

/** Leaves out the cases of other applications when `filterByCurrentSubscription` asks for it (reference 2.3). */
export const inSubscription = <R extends CaseRow>(rows: R[], query: Query, caller: Caller): R[] =>
	matching(rows, query, {
		filterByCurrentSubscription: onlyWhenTrue(
			({ record }) => record.subscriptionId === caller.subscriptionId,
		),
	});

/** @throws ServiceError 404 when the case is unknown or has ended (reference 4.2) */
export function requireRunning(service: Service, id: string): CaseRow {
	const row = runningRows(service).find(({ record }) => record.id === id);
	if (row === undefined) throw notFound('process instance', id);
	return row;
}

/** @throws ServiceError 404 when the task is unknown or completed (reference 4.6) */
export function requireOpenTask(service: Service, id: string): TaskRow {
	const found = service.cases.findOpenTask(id);
	if (found === undefined) throw notFound('task', id);
	return { ...rowOf(service, found.record), task: found.task };
}

/** @throws ServiceError 500 while the case is suspended: the engine's general exception (reference 3.7) */
export function refuseSuspended({ suspended, id }: CaseRecord, action: string): void {
	if (suspended) throw new ServiceError(500, `Cannot ${action}: process instance '${id}' is suspended.`);
}
