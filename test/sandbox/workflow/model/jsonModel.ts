import { documentationOf, eventDefinitionsOf, eventRefsOf, textOf, type ModelElement } from './elements';
import type { ModelFlow, ProcessModel } from './readModel';

/** Stencil of an element, by type and first event definition (reference 6.3). */
const STENCILS: Record<string, string> = {
	'bpmn:StartEvent': 'StartNoneEvent',
	'bpmn:StartEvent/bpmn:MessageEventDefinition': 'StartMessageEvent',
	'bpmn:EndEvent': 'EndNoneEvent',
	'bpmn:EndEvent/bpmn:TerminateEventDefinition': 'EndTerminateEvent',
	'bpmn:BoundaryEvent/bpmn:TimerEventDefinition': 'BoundaryTimerEvent',
	'bpmn:IntermediateCatchEvent/bpmn:TimerEventDefinition': 'CatchTimerEvent',
	'bpmn:IntermediateCatchEvent/bpmn:MessageEventDefinition': 'CatchMessageEvent',
	'bpmn:IntermediateCatchEvent/bpmn:SignalEventDefinition': 'CatchSignalEvent',
	'bpmn:ReceiveTask': 'ReceiveTask',
	'bpmn:UserTask': 'UserTask',
	// The engine's modeler calls it so; no model of the vendor has one
	'bpmn:AdHocSubProcess': 'AdhocSubProcess',
	'bpmn:ExclusiveGateway': 'ExclusiveGateway',
	'bpmn:ParallelGateway': 'ParallelGateway',
	'bpmn:TextAnnotation': 'TextAnnotation',
};

const stencilOf = (element: ModelElement) => {
	const [event] = eventDefinitionsOf(element);
	return STENCILS[event === undefined ? element.type : `${element.type}/${event}`];
};

const values = (text: string | null) =>
	(text ?? '')
		.split(',')
		.filter((value) => value !== '')
		.map((value) => ({ value }));

const userTaskProperties = ({ behaviour }: ModelElement) => ({
	tasktype: textOf(behaviour, 'taskType') ?? '',
	possibleoutcomes: textOf(behaviour, 'possibleOutcomes') ?? '',
	outcomevariable: textOf(behaviour, 'outcomeVariable') ?? '',
	usertaskassignment: {
		assignment: {
			type: 'static',
			assignee: textOf(behaviour, 'assignee') ?? '',
			candidateUsers: values(textOf(behaviour, 'candidateUsers')),
			candidateGroups: values(textOf(behaviour, 'candidateGroups')),
		},
	},
});

/** What an event waits for (reference 6.3; that of signals inferred there from Flowable). */
const eventProperties = (element: ModelElement) => ({
	...eventRefsOf(element, 'messageRef').map(({ id }) => ({ messageref: id }))[0],
	...eventRefsOf(element, 'signalRef').map(({ id }) => ({ signalref: id }))[0],
});

/** Each message or signal that the events of a model name, once. */
const definitionsOf = (elements: readonly ModelElement[], key: 'messageRef' | 'signalRef') => [
	...new Map(elements.flatMap((element) => eventRefsOf(element, key)).map((one) => [one.id, one])).values(),
];

/** @param inside what lies inside of it */
const nodeShape = (
	element: ModelElement,
	flows: readonly ModelFlow[],
	inside: readonly ModelElement[] = [],
): object => ({
	resourceId: element.id,
	stencil: { id: stencilOf(element) },
	properties: {
		overrideid: element.id,
		name: element.name ?? '',
		documentation: documentationOf(element.behaviour) ?? '',
		...(element.type === 'bpmn:UserTask' ? userTaskProperties(element) : {}),
		...eventProperties(element),
	},
	childShapes: inside.map((child) => nodeShape(child, [])),
	outgoing: flows.filter(({ sourceId }) => sourceId === element.id).map(({ id }) => ({ resourceId: id })),
});

const flowShape = ({ id, name, targetId, condition, isDefault }: ModelFlow) => ({
	resourceId: id,
	stencil: { id: 'SequenceFlow' },
	properties: {
		overrideid: id,
		name: name ?? '',
		defaultflow: isDefault,
		...(condition === null
			? {}
			: { conditionsequenceflow: { expression: { type: 'static', staticValue: condition } } }),
	},
	childShapes: [],
	outgoing: [{ resourceId: targetId }],
	target: { resourceId: targetId },
});

/** A model as M3 shows it with `modelType=json` (reference 4.7, 6.2); positions of shapes are left out. */
export const jsonModel = ({
	key,
	name,
	description,
	category,
	elements,
	inside,
	flows,
	declared,
}: ProcessModel) => ({
	stencil: { id: 'BPMNDiagram' },
	stencilset: {
		namespace: 'http://b3mn.org/stencilset/bpmn2.0#',
		url: '../editor/stencilsets/bpmn2.0/bpmn2.0.json',
	},
	properties: {
		process_id: key,
		name,
		documentation: description ?? '',
		process_namespace: category,
		isexecutable: true,
		dataproperties: declared.length ? { items: declared } : '',
		messagedefinitions: definitionsOf(elements, 'messageRef'),
		signaldefinitions: definitionsOf(elements, 'signalRef'),
	},
	childShapes: [
		...elements.map((element) => nodeShape(element, flows, inside[element.id])),
		...flows.map(flowShape),
	],
});
