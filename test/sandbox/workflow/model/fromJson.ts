import { z } from 'zod';

import { dataElement, element, textElement, type Xml } from '../../../run/models/write/xmlText';
import { badRequest } from '../errors';

import { declaredXml } from './declared';
import { listenersXml } from './jsonListeners';
import { idOf, isOn, jsonForm, messagesOf, signalsOf, textIn, type Shape } from './jsonShapes';

const condition = z.object({ expression: z.object({ staticValue: z.string() }) });
const values = z.array(z.object({ value: z.string() })).catch([]);
const assignment = z
	.object({
		assignment: z.object({
			assignee: z.string().default(''),
			candidateUsers: values.default([]),
			candidateGroups: values.default([]),
		}),
	})
	.catch({ assignment: { assignee: '', candidateUsers: [], candidateGroups: [] } });

/** The element of BPMN for each stencil (reference 6.3); what cannot run here is refused when the BPMN is read. */
const ELEMENTS: Readonly<Record<string, string>> = {
	StartNoneEvent: 'startEvent',
	StartMessageEvent: 'startEvent',
	EndNoneEvent: 'endEvent',
	EndTerminateEvent: 'endEvent',
	BoundaryTimerEvent: 'boundaryEvent',
	CatchTimerEvent: 'intermediateCatchEvent',
	CatchMessageEvent: 'intermediateCatchEvent',
	CatchSignalEvent: 'intermediateCatchEvent',
	ReceiveTask: 'receiveTask',
	UserTask: 'userTask',
	HttpTask: 'serviceTask',
	MailTask: 'sendTask',
	ScriptTask: 'scriptTask',
	CallActivity: 'callActivity',
	ExclusiveGateway: 'exclusiveGateway',
	InclusiveGateway: 'inclusiveGateway',
	ParallelGateway: 'parallelGateway',
	TextAnnotation: 'textAnnotation',
};

const TIMES = {
	timerdurationdefinition: 'timeDuration',
	timerdatedefinition: 'timeDate',
	timercycledefinition: 'timeCycle',
};

const FORMAL = { 'xsi:type': 'tFormalExpression' };

const listOf = (list: z.infer<typeof values>): string | undefined =>
	list
		.map(({ value }) => value)
		.filter((value) => value !== '')
		.join(',') || undefined;

function userTaskAttributes(one: Shape) {
	const { assignee, candidateUsers, candidateGroups } = assignment.parse(
		one.properties.usertaskassignment,
	).assignment;
	return {
		'workflow:assignee': assignee || undefined,
		'workflow:candidateUsers': listOf(candidateUsers),
		'workflow:candidateGroups': listOf(candidateGroups),
		'workflow:category': textIn(one, 'categorydefinition'),
		'workflow:dueDate': textIn(one, 'duedatedefinition'),
		'workflow:priority': textIn(one, 'prioritydefinition'),
		'workflow:formKey': textIn(one, 'formkeydefinition'),
		'workflow:taskType': textIn(one, 'tasktype'),
		'workflow:outcomeVariable': textIn(one, 'outcomevariable'),
		'workflow:possibleOutcomes': textIn(one, 'possibleoutcomes'),
	};
}

function definitionsOf(one: Shape): Xml[] {
	const stencil = one.stencil.id;
	if (stencil.endsWith('TimerEvent')) {
		const times = Object.entries(TIMES).flatMap(([name, tag]) => {
			const text = textIn(one, name);
			return text === undefined ? [] : [dataElement(tag, FORMAL, text)];
		});
		return [element('timerEventDefinition', {}, times)];
	}
	if (stencil === 'CatchSignalEvent') {
		return [element('signalEventDefinition', { signalRef: textIn(one, 'signalref') })];
	}
	if (stencil.endsWith('MessageEvent')) {
		return [element('messageEventDefinition', { messageRef: textIn(one, 'messageref') })];
	}
	return stencil === 'EndTerminateEvent' ? [element('terminateEventDefinition', {})] : [];
}

/** Makes one element of the others, which say what it lies on and where it goes by default. */
function nodeXml(one: Shape, all: readonly Shape[]): Xml {
	const stencil = one.stencil.id;
	const tag = ELEMENTS[stencil];
	if (tag === undefined) throw badRequest(`${idOf(one)}: the stencil ${stencil} is not supported here.`);
	const leads = (from: Shape, to: Shape) =>
		from.outgoing.some(({ resourceId }) => resourceId === to.resourceId);
	const host = stencil === 'BoundaryTimerEvent' ? all.find((other) => leads(other, one)) : undefined;
	const byDefault = all.find((flow) => leads(one, flow) && isOn(flow, 'defaultflow'));
	const documentation = textIn(one, 'documentation');
	const text = textIn(one, 'text');
	const repeats = textIn(one, 'multiinstance_type') ?? 'None';
	return element(
		tag,
		{
			...{ id: idOf(one), name: textIn(one, 'name') },
			...(tag.endsWith('Gateway') || tag.endsWith('Task')
				? { default: byDefault && idOf(byDefault) }
				: undefined),
			...(stencil === 'UserTask' ? userTaskAttributes(one) : undefined),
			attachedToRef: host && idOf(host),
			cancelActivity: host && String(isOn(one, 'cancelactivity', true)),
		},
		[
			...(documentation === undefined ? [] : [textElement('documentation', {}, documentation)]),
			...listenersXml(one.properties),
			...(tag === 'textAnnotation' && text !== undefined ? [textElement('text', {}, text)] : []),
			...definitionsOf(one),
			...(repeats === 'None'
				? []
				: [element('multiInstanceLoopCharacteristics', { isSequential: String(repeats === 'Sequential') })]),
		],
	);
}

function flowXml(flow: Shape, all: readonly Shape[]): Xml {
	const from = all.find(({ outgoing }) => outgoing.some(({ resourceId }) => resourceId === flow.resourceId));
	const target = flow.target?.resourceId ?? flow.outgoing[0]?.resourceId;
	const to = all.find(({ resourceId }) => resourceId === target);
	const { data } = condition.safeParse(flow.properties.conditionsequenceflow);
	const written = data?.expression.staticValue;
	return element(
		'sequenceFlow',
		{
			...{ id: idOf(flow), name: textIn(flow, 'name') },
			...{ sourceRef: from && idOf(from), targetRef: to && idOf(to) },
		},
		written ? [dataElement('conditionExpression', FORMAL, written)] : [],
	);
}

/**
 * Writes a model in the service's own form as the BPMN that it stands for (reference 6.2, 6.3).
 * @throws ServiceError 400 when it is no such model
 */
export function xmlOf(content: unknown): string {
	const { success, data } = jsonForm.safeParse(content);
	const key = success ? textIn(data, 'process_id') : undefined;
	if (!success || key === undefined) {
		throw badRequest('The model content is no BPMNDiagram with a process_id and childShapes.');
	}
	const { properties, childShapes } = data;
	const isFlow = ({ stencil }: Shape) => stencil.id === 'SequenceFlow';
	const lines = element(
		'definitions',
		{
			xmlns: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
			'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
			'xmlns:workflow': 'http://workflow.opentext.com',
			targetNamespace: textIn(data, 'process_namespace') ?? '',
		},
		[
			...messagesOf(properties).map(({ id, name }) => element('message', { id, name })),
			...signalsOf(properties).map(({ id, name }) => element('signal', { id, name })),
			element(
				'process',
				{
					...{ id: key, name: textIn(data, 'name') ?? key },
					isExecutable: String(properties.isexecutable ?? true),
				},
				[
					textElement('documentation', {}, textIn(data, 'documentation') ?? ''),
					...declaredXml(properties.dataproperties),
					...childShapes.filter((one) => !isFlow(one)).map((one) => nodeXml(one, childShapes)),
					...childShapes.filter(isFlow).map((flow) => flowXml(flow, childShapes)),
				],
			),
		],
	);
	return lines.join('\n');
}
