import { z } from 'zod';

import { openInside } from './engine/adHoc';
import { notFound } from './errors';
import { executionRows, wrongState } from './executions';
import { adHocRules, isAdHoc } from './model/adHoc';
import type { ExecutionRow } from './query/executionQuery';
import type { Service } from './service';

/** Body of A1 (reference 4.5). */
export const activitiesBody = z.object({ activityIds: z.array(z.string()).min(1) });

/**
 * The ad-hoc sub-process that a case waits in.
 * @param id of the execution that stands there
 * @throws ServiceError 404 for an execution that is unknown or over, 500 for one that stands elsewhere or is suspended
 */
async function requireAdHoc(service: Service, id: string) {
	const row = (await executionRows(service)).find((one) => one.id === id);
	if (row === undefined) throw notFound('execution', id);
	const { record, model } = row;
	const { elements, inside } = await service.models.content(model);
	const element = elements.filter(isAdHoc).find((one) => one.id === row.activityId);
	const step = record.activities.find(({ executionId, endTime }) => executionId === id && endTime === null);
	if (element === undefined || step === undefined) {
		throw wrongState('The current flow element of the requested execution is not an ad-hoc sub process');
	}
	if (record.suspended) throw wrongState(`Cannot use a suspended execution: '${id}'.`);
	return { record, step, rules: adHocRules(element), startable: inside[element.id] };
}

/**
 * Does what A1 asks for (reference 4.5): all of the activities are started, or none.
 * @returns the executions that stand at them
 * @throws ServiceError 404 for an execution that is unknown or over, 500 as the engine's general exception (3.7) where it waits in no ad-hoc sub-process, an activity cannot be
 * started there, or a sequential one is busy
 */
export async function startActivities(
	service: Service,
	id: string,
	{ activityIds }: z.infer<typeof activitiesBody>,
): Promise<ExecutionRow[]> {
	const { record, step, rules, startable } = await requireAdHoc(service, id);
	const elements = activityIds.map((activityId) => {
		const element = startable.find((one) => one.id === activityId);
		if (element !== undefined) return element;
		throw wrongState(`The requested activity with id ${activityId} can not be enabled`);
	});
	if (rules.isSequential && openInside(record, step).length + elements.length > 1) {
		throw wrongState('Sequential ad-hoc sub process already has an active execution');
	}
	const before = new Set((await executionRows(service)).map((row) => row.id));
	await service.cases.step(record, (run) => run.startInside(step, elements));
	return (await executionRows(service)).filter((row) => row.parentId === id && !before.has(row.id));
}

/**
 * Ends an ad-hoc sub-process in which nothing is open; the case goes on behind it (reference 4.10, inferred there).
 * @throws ServiceError 404 or 500 as `startActivities`, 500 while something in it is open
 */
export async function completeAdHoc(service: Service, id: string): Promise<void> {
	const { record, step } = await requireAdHoc(service, id);
	if (openInside(record, step).length > 0) {
		throw wrongState('Ad-hoc sub process has running child executions that need to be completed first');
	}
	await service.cases.step(record, (run) => run.signal(step.engineExecutionId));
}
