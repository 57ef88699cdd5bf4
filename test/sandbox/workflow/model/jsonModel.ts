import { documentationOf, eventDefinitionsOf, objectsOf, textOf, type ModelElement } from './elements';
import type { ModelFlow, ProcessModel } from './readModel';

/** Stencil of an element, by type and first event definition (reference 6.3). */
const STENCILS: Record<string, string> = {
	'bpmn:StartEvent': 'StartNoneEvent',
	'bpmn:StartEvent/bpmn:MessageEventDefinition': 'StartMessageEvent',
	'bpmn:EndEvent': 'EndNoneEvent',
	'bpmn:EndEvent/bpmn:TerminateEventDefinition': 'EndTerminateEvent',
	'bpmn:BoundaryEvent/bpmn:TimerEventDefinition': 'BoundaryTimerEvent',
	'bpmn:IntermediateCatchEvent/bpmn:TimerEventDefinition': 'CatchTimerEvent',
	'bpmn:UserTask': 'UserTask',
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

/** The message that a start event waits for (reference 6.3). */
const messageOf = ({ behaviour }: ModelElement) =>
	objectsOf(behaviour, 'eventDefinitions')
		.flatMap((definition) => objectsOf(definition, 'behaviour'))
		.flatMap((event) => objectsOf(event, 'messageRef'))
		.map(({ id }) => ({ messageref: String(id) }))[0];

const nodeShape = (element: ModelElement, flows: readonly ModelFlow[]) => ({
	resourceId: element.id,
	stencil: { id: stencilOf(element) },
	properties: {
		overrideid: element.id,
		name: element.name ?? '',
		documentation: documentationOf(element.behaviour) ?? '',
		...(element.type === 'bpmn:UserTask' ? userTaskProperties(element) : {}),
		...messageOf(element),
	},
	childShapes: [],
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
	flows,
	messageStarts,
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
		messagedefinitions: messageStarts.map(({ messageId, messageName }) => ({
			id: messageId,
			name: messageName,
		})),
	},
	childShapes: [...elements.map((element) => nodeShape(element, flows)), ...flows.map(flowShape)],
});
