import camelCase from 'lodash/camelCase';

import type { Drawing } from '../draw/drawing';
import { fileNameOf, type DeclaredVariable, type Flow, type ModelNode, type ProcessSource } from '../source';

import { diagramXml } from './diagram';
import { dataElement, element, textElement, type Xml } from './xmlText';

const NAMESPACES = {
	xmlns: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
	'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
	'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
	'xmlns:workflow': 'http://workflow.opentext.com',
	'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
	'xmlns:omgdc': 'http://www.omg.org/spec/DD/20100524/DC',
	'xmlns:omgdi': 'http://www.omg.org/spec/DD/20100524/DI',
};

const FORMAL = { 'xsi:type': 'tFormalExpression' };

const laneOf = (node: ModelNode, all: readonly ModelNode[]): string | undefined => {
	if (node.kind !== 'timer') return node.lane;
	const task = all.find(({ id }) => id === node.on);
	return task === undefined || task.kind === 'timer' ? undefined : task.lane;
};

const laneXml = ({ key, lanes, nodes }: ProcessSource): Xml =>
	element(
		'laneSet',
		{ id: `${camelCase(key)}Lanes` },
		lanes.map(({ id, name }) =>
			element(
				'lane',
				{ id, name },
				nodes
					.filter((node) => laneOf(node, nodes) === id)
					.map((node) => textElement('flowNodeRef', {}, node.id)),
			),
		),
	);

/** A variable that the model declares: an id is unique in the file, a name in the case. */
const variableXml = ({ name, type }: DeclaredVariable): Xml =>
	element('dataObject', { id: `declared_${name}`, name, itemSubjectRef: `xsd:${type}` });

function nodeXml(node: ModelNode, key: string): Xml {
	const { id, name } = node;
	switch (node.kind) {
		case 'start':
			return element('startEvent', { id, name });
		case 'end':
			return element('endEvent', { id, name });
		case 'gateway':
			return element('exclusiveGateway', { id, name, default: node.defaultFlow });
		case 'timer': {
			const time =
				'date' in node.time
					? dataElement('timeDate', FORMAL, node.time.date)
					: dataElement('timeDuration', FORMAL, node.time.duration);
			return element('boundaryEvent', { id, name, attachedToRef: node.on, cancelActivity: 'true' }, [
				element('timerEventDefinition', { id: node.timerId }, [time]),
			]);
		}
		case 'task':
			return element(
				'userTask',
				{
					id,
					name,
					'workflow:candidateGroups': `\${${node.group}}`,
					'workflow:dueDate': node.due,
					'workflow:formKey': key,
					'workflow:taskType': 'approval',
					'workflow:possibleOutcomes': outcomesText(node.outcomes),
					'workflow:outcomeVariable': node.outcomeVariable,
				},
				[textElement('documentation', {}, node.documentation)],
			);
	}
}

/** Outcomes as the service writes them (Workflow Service reference 6.4). */
export const outcomesText = (outcomes: ReadonlyArray<{ label: string; value: string }>): string =>
	outcomes.map(({ label, value }) => `${label}:${value}`).join(',');

const flowXml = ({ id, name, from, to, condition }: Flow): Xml =>
	element(
		'sequenceFlow',
		{ id, name, sourceRef: from, targetRef: to },
		condition === undefined ? [] : [dataElement('conditionExpression', FORMAL, condition)],
	);

/** A process model as BPMN 2.0 in the service's dialect (Workflow Service reference 6.4). */
export function bpmnXml(source: ProcessSource, drawing: Drawing): string {
	const { key, name, documentation, variables, nodes, flows } = source;
	const prefix = camelCase(key);
	const definitions = element(
		'definitions',
		{
			...NAMESPACES,
			id: `${prefix}Definitions`,
			expressionLanguage: 'http://www.w3.org/1999/XPath',
			typeLanguage: 'http://www.w3.org/2001/XMLSchema',
			targetNamespace: `http://example.com/workflow/${fileNameOf(source)}`,
		},
		[
			element('collaboration', { id: `${prefix}Collaboration` }, [
				element('participant', { id: `${prefix}Pool`, name, processRef: key }),
			]),
			element('process', { id: key, name, isExecutable: 'true' }, [
				textElement('documentation', {}, documentation),
				laneXml(source),
				...variables.map(variableXml),
				...nodes.map((node) => nodeXml(node, key)),
				...flows.map(flowXml),
			]),
			diagramXml(source, drawing),
		],
	);
	return ['<?xml version="1.0" encoding="UTF-8"?>', ...definitions, ''].join('\n');
}
