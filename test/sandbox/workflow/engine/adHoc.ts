import { adHocRules } from '../model/adHoc';
import type { ModelElement } from '../model/elements';
import { endExpressionsOf } from '../model/listeners';
import type { ProcessModel } from '../model/readModel';
import { timeUuid } from '../timeUuid';
import type { ActivityRecord, CaseRecord } from '../types';

import { resolveTemplate, type Scope } from './expressions';
import { newTask } from './newTask';
import { leaveStep, recordStep } from './steps';

/** The steps that are open in an ad-hoc sub-process. */
export const openInside = ({ activities }: CaseRecord, { engineExecutionId }: ActivityRecord) =>
	activities.filter(({ within, endTime }) => within === engineExecutionId && endTime === null);

/**
 * Starts user tasks in an ad-hoc sub-process (reference 4.5, A1).
 * @param outer the step in which the case waits
 * @param now milliseconds since 1970
 * @throws when an expression of the model cannot be resolved
 */
export function startInside(
	record: CaseRecord,
	outer: ActivityRecord,
	elements: readonly ModelElement[],
	scope: Scope,
	now: number,
): void {
	const { engineExecutionId: within } = outer;
	for (const element of elements) {
		const engineExecutionId = `${within}/${timeUuid(now)}`;
		recordStep(record, element, element.id, engineExecutionId, now, within);
		record.tasks.push({ ...newTask(record, element, engineExecutionId, scope, now), within });
	}
}

/** Whether an ad-hoc sub-process is over now that something in it is, as the engine behind the service decides it. */
function isOver(record: CaseRecord, outer: ActivityRecord, element: ModelElement, scope: Scope): boolean {
	const { completionCondition, cancelsRemaining } = adHocRules(element);
	if (completionCondition === null || resolveTemplate(completionCondition, scope) !== true) return false;
	return cancelsRemaining || openInside(record, outer).length === 0;
}

/**
 * Ends a step that the engine itself does not know, being inside an ad-hoc sub-process.
 * @returns the engine's id of the step that goes on now: the given one when it is the engine's own, the sub-process when that is over, or none
 * @throws when an expression of the model cannot be resolved
 */
export function finishInside(
	record: CaseRecord,
	{ elements, inside }: ProcessModel,
	engineExecutionId: string,
	scope: Scope,
	now: number,
): string | null {
	const stepOf = (id?: string) => record.activities.find((step) => step.engineExecutionId === id);
	const step = stepOf(engineExecutionId);
	const outer = step?.within === undefined ? undefined : stepOf(step.within);
	if (step === undefined || outer === undefined) return engineExecutionId;
	for (const element of inside[outer.activityId].filter(({ id }) => id === step.activityId)) {
		for (const expression of endExpressionsOf(element)) resolveTemplate(expression, scope);
	}
	leaveStep(record, engineExecutionId, now);
	const around = elements.find(({ id }) => id === outer.activityId);
	return around !== undefined && isOver(record, outer, around, scope) ? outer.engineExecutionId : null;
}
