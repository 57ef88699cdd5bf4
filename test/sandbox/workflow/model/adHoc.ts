import { SignalTask } from 'bpmn-elements';

import { asElement, objectsOf, textOf, type ModelElement } from './elements';
import { problemsOf } from './runnable';

/** An element of a model that others can lie in, as far as it is read here. */
interface Container {
	context: {
		getActivities(id: string): unknown[];
		getSequenceFlows(id: string): unknown[];
	};
}

/**
 * What the engine is given in place of its own elements: it would start everything in an ad-hoc sub-process at once, where the service starts what it is told to (reference
 * 4.5, A1). So the sub-process waits like a task, and what is started in it stands in the case's record.
 */
export const ENGINE_ELEMENTS = { AdHocSubProcess: SignalTask };

export const isAdHoc = ({ type }: Pick<ModelElement, 'type'>) => type === 'bpmn:AdHocSubProcess';

/** What can be started in each ad-hoc sub-process, by its id. */
export const insideOf = (
	{ context }: Container,
	elements: readonly ModelElement[],
): Record<string, ModelElement[]> =>
	Object.fromEntries(
		elements
			.filter(isAdHoc)
			.map(({ id }) => [id, context.getActivities(id).map((one) => asElement(one as ModelElement))]),
	);

/** Why what lies in ad-hoc sub-processes cannot run here, one text per reason. User tasks can, each for itself. */
export const whyNotStartable = (
	{ context }: Container,
	inside: Readonly<Record<string, ModelElement[]>>,
): string[] =>
	Object.entries(inside).flatMap(([id, elements]) => [
		...(elements.length === 0 ? [`${id}: there is nothing to start in it`] : []),
		...(context.getSequenceFlows(id).length === 0
			? []
			: [`${id}: sequence flows in an ad-hoc sub-process are not supported`]),
		...elements.flatMap((element) =>
			element.type === 'bpmn:UserTask'
				? problemsOf(element)
				: [`${element.id}: a ${element.type} in an ad-hoc sub-process is not supported`],
		),
	]);

/** How an ad-hoc sub-process runs, as BPMN 2.0 says it (section 10.3.5). */
export const adHocRules = ({ behaviour }: ModelElement) => ({
	/** one activity at a time */
	isSequential: behaviour.ordering === 'Sequential',
	/** when it ends, what is still open in it is closed */
	cancelsRemaining: behaviour.cancelRemainingInstances !== false,
	/** looked at whenever an activity in it is over; null: it ends when it is told to */
	completionCondition:
		objectsOf(behaviour, 'completionCondition').map((one) => textOf(one, 'body'))[0] ?? null,
});
