import type { CaseRecord, TaskRecord } from '../types';

import { leaveStep, leaveSteps } from './steps';

function closeTasks(
	{ tasks }: CaseRecord,
	deleteReason: string,
	now: number,
	which: (task: TaskRecord) => boolean = () => true,
): void {
	for (const task of tasks) {
		if (task.endTime === null && which(task)) Object.assign(task, { endTime: now, deleteReason });
	}
}

/**
 * Notes that an activity is left. A task of it, or in it, that has not been completed was interrupted (reference 5.11).
 * @param boundary the event on it that did so
 * @param now milliseconds since 1970
 */
export function leaveActivity(
	record: CaseRecord,
	activityId: string,
	engineExecutionId: string,
	boundary: string | undefined,
	now: number,
): void {
	leaveStep(record, engineExecutionId, now);
	const reason = boundary === undefined ? 'deleted' : `boundary event (${boundary})`;
	closeTasks(
		record,
		reason,
		now,
		({ taskDefinitionKey, within }) => taskDefinitionKey === activityId || within === engineExecutionId,
	);
}

/** Notes that a case is over, with all that was open in it. @param now milliseconds since 1970 */
export function endCase(record: CaseRecord, now: number): void {
	record.endTime = now;
	closeTasks(record, record.deleteReason ?? 'deleted', now);
	leaveSteps(record, now);
	record.timers = {};
}
