import type { ModelElement } from '../model/elements';
import { timeUuid } from '../timeUuid';
import type { CaseRecord } from '../types';

/** `bpmn:UserTask` is `userTask` in the history (reference 5.12). */
const typeIn = (type: string): string => {
	const name = type.replace(/^bpmn:/, '');
	return name.charAt(0).toLowerCase() + name.slice(1);
};

/**
 * Notes that a case takes a step.
 * @param engineExecutionId null for one that is over at once
 * @param within the ad-hoc sub-process that it is started in
 */
export function recordStep(
	{ activities }: CaseRecord,
	{ type, name }: ModelElement,
	activityId: string,
	engineExecutionId: string | null,
	now: number,
	within?: string,
): void {
	if (engineExecutionId !== null && activities.some((step) => step.engineExecutionId === engineExecutionId)) {
		return;
	}
	activities.push({
		id: timeUuid(now),
		activityId,
		activityName: name ?? null,
		activityType: typeIn(type),
		executionId: timeUuid(now),
		engineExecutionId: engineExecutionId ?? '',
		...(within === undefined ? {} : { within }),
		startTime: now,
		endTime: engineExecutionId === null ? now : null,
	});
}

/** Of the token that stands at a step; a new one where the step is not noted. */
export const executionIdOf = ({ activities }: CaseRecord, engineExecutionId: string, now: number): string =>
	activities.find((step) => step.engineExecutionId === engineExecutionId)?.executionId ?? timeUuid(now);

/** Notes that a step is over, with all that was started in it. */
export function leaveStep({ activities }: CaseRecord, engineExecutionId: string, now: number): void {
	for (const step of activities) {
		if (step.engineExecutionId === engineExecutionId || step.within === engineExecutionId)
			step.endTime ??= now;
	}
}

/** Notes that every step is over, as the case is. */
export function leaveSteps({ activities }: CaseRecord, now: number): void {
	for (const step of activities) step.endTime ??= now;
}
