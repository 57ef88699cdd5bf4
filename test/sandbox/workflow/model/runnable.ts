import { checkTemplate } from '../engine/expressions';

import { eventDefinitionsOf, eventRefsOf, objectsOf, textOf, type ModelElement } from './elements';
import { endExpressionsOf, isRunnableListener } from './listeners';
import type { ModelFlow } from './readModel';

/** The elements that the stand-in really runs, each with the event definitions that it may carry. */
const RUNNABLE: Record<string, readonly string[]> = {
	'bpmn:StartEvent': ['bpmn:MessageEventDefinition'],
	'bpmn:EndEvent': ['bpmn:TerminateEventDefinition'],
	'bpmn:BoundaryEvent': ['bpmn:TimerEventDefinition'],
	'bpmn:IntermediateCatchEvent': [
		'bpmn:TimerEventDefinition',
		'bpmn:MessageEventDefinition',
		'bpmn:SignalEventDefinition',
	],
	'bpmn:ReceiveTask': [],
	'bpmn:UserTask': [],
	'bpmn:AdHocSubProcess': [],
	'bpmn:ExclusiveGateway': [],
	'bpmn:ParallelGateway': [],
	'bpmn:TextAnnotation': [],
};

/** Where an event says what it waits for. */
const NAMES: Record<string, 'messageRef' | 'signalRef'> = {
	'bpmn:MessageEventDefinition': 'messageRef',
	'bpmn:SignalEventDefinition': 'signalRef',
};

/** Extension elements that only a modeler or a form reads: leaving them out changes nothing that runs. */
const HARMLESS_EXTENSIONS = /:initiator-can-complete$/;

const malformed = (text: string | null): string[] => {
	if (text === null) return [];
	try {
		checkTemplate(text);
		return [];
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
};

export function problemsOf(element: ModelElement): string[] {
	const { behaviour, type } = element;
	const allowed = RUNNABLE[type];
	if (allowed === undefined) return [`${element.id}: a ${type} is not supported`];
	const events = eventDefinitionsOf(element).filter((definition) => !allowed.includes(definition));
	const cycles = objectsOf(behaviour, 'eventDefinitions')
		.flatMap((definition) => objectsOf(definition, 'behaviour'))
		.filter((timer) => timer.timeCycle !== undefined);
	const nameless = eventDefinitionsOf(element).filter(
		(definition) => Object.hasOwn(NAMES, definition) && eventRefsOf(element, NAMES[definition]).length === 0,
	);
	const extensions = objectsOf(behaviour, 'extensionElements')
		.flatMap((holder) => objectsOf(holder, 'values'))
		.filter((extension) => !isRunnableListener(extension))
		.map((extension) => String(extension.$type))
		.filter((name) => !HARMLESS_EXTENSIONS.test(name));
	return [
		...events.map((definition) => `a ${definition} is not supported here`),
		...nameless.map((definition) => `the ${definition} does not say what it waits for`),
		...cycles.map(() => 'a repeating timer (timeCycle) is not supported'),
		...extensions.map((name) => `the extension element ${name} is not supported`),
		...(behaviour.loopCharacteristics === undefined
			? []
			: ['loops and multiple instances are not supported']),
		...['assignee', 'candidateUsers', 'candidateGroups', 'dueDate', 'priority'].flatMap((key) =>
			malformed(textOf(behaviour, key)),
		),
		...endExpressionsOf(element).flatMap(malformed),
		...objectsOf(behaviour, 'completionCondition').flatMap((condition) =>
			malformed(textOf(condition, 'body')),
		),
	].map((problem) => `${element.id}: ${problem}`);
}

/** Why a model cannot run here, one text per reason; empty when it can. */
export function whyNotRunnable(elements: readonly ModelElement[], flows: readonly ModelFlow[]): string[] {
	const ids = new Set(elements.map(({ id }) => id));
	return [
		...elements.flatMap(problemsOf),
		...flows
			.filter(({ sourceId, targetId }) => !ids.has(sourceId) || !ids.has(targetId))
			.map(({ id }) => `${id}: it does not connect two elements`),
		...flows.flatMap(({ id, condition }) => malformed(condition).map((problem) => `${id}: ${problem}`)),
		...(elements.some(({ type }) => type === 'bpmn:StartEvent') ? [] : ['there is no start event']),
	];
}
