import { Engine, type BpmnEngineOptions } from 'bpmn-engine';

import { badRequest } from '../errors';

import { ENGINE_ELEMENTS, insideOf, whyNotStartable } from './adHoc';
import { declaredIn, type Declared } from './declared';
import { asElement, documentationOf, eventRefsOf, objectsOf, textOf, type ModelElement } from './elements';
import { OPENTEXT_MODDLE } from './moddle';
import { whyNotRunnable } from './runnable';

export type SourceContext = NonNullable<BpmnEngineOptions['sourceContext']>;

export interface ModelFlow {
	id: string;
	name: string | null;
	sourceId: string;
	targetId: string;
	condition: string | null;
	isDefault: boolean;
}

/** A start event that waits for a message (reference 6.4). */
export interface MessageStart {
	messageId: string;
	messageName: string;
}

/** A process model, read and found to be runnable. */
export interface ProcessModel {
	key: string;
	name: string;
	description: string | null;
	category: string;
	elements: ModelElement[];
	/** what can be started in each ad-hoc sub-process, by its id */
	inside: Record<string, ModelElement[]>;
	flows: ModelFlow[];
	hasNoneStart: boolean;
	messageStarts: MessageStart[];
	/** the variables with which a case starts */
	declared: Declared[];
	/** what the engine runs */
	source: SourceContext;
}

const messageStartsOf = (element: ModelElement): MessageStart[] =>
	eventRefsOf(element, 'messageRef').map(({ id, name }) => ({ messageId: id, messageName: name }));

async function definitionOf(xml: string) {
	try {
		const [definition] = await new Engine({
			source: xml,
			moddleOptions: OPENTEXT_MODDLE,
			elements: ENGINE_ELEMENTS,
		}).getDefinitions();
		return definition;
	} catch (error) {
		throw badRequest(
			`Error parsing XML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
		);
	}
}

/**
 * Reads a BPMN 2.0 file in OpenText's dialect (reference 6.4).
 * @throws ServiceError 400 when it is no BPMN, has not exactly one executable process, or has elements that the
 * stand-in cannot really run
 */
export async function readModel(xml: string): Promise<ProcessModel> {
	const definition = await definitionOf(xml);
	const [process, ...others] = definition.getProcesses().filter(({ isExecutable }) => isExecutable);
	if (process === undefined || others.length > 0) {
		throw badRequest('The model needs exactly one process with isExecutable="true".');
	}
	const elements = process.getActivities().map(asElement);
	const inside = insideOf(process, elements);
	const flows: ModelFlow[] = process.getSequenceFlows().map((flow) => ({
		id: flow.id,
		name: flow.name ?? null,
		sourceId: flow.sourceId,
		targetId: flow.targetId,
		condition: objectsOf(flow.behaviour, 'conditionExpression').map((c) => textOf(c, 'body'))[0] ?? null,
		isDefault: flow.isDefault === true,
	}));
	const reasons = [...whyNotRunnable(elements, flows), ...whyNotStartable(process, inside)];
	if (reasons.length > 0) {
		throw badRequest(`The process '${process.id}' cannot run here: ${reasons.join('; ')}.`);
	}
	const starts = elements.filter(
		({ type, id }) =>
			type === 'bpmn:StartEvent' && process.getStartActivities().some((start) => start.id === id),
	);
	return {
		key: process.id,
		name: process.name ?? process.id,
		description: documentationOf(process.behaviour),
		category: /<[\w:]*definitions[^>]*\stargetNamespace="([^"]*)"/.exec(xml)?.[1] ?? '',
		elements,
		inside,
		flows,
		hasNoneStart: starts.some((start) => messageStartsOf(start).length === 0),
		messageStarts: starts.flatMap(messageStartsOf),
		declared: declaredIn(xml),
		source: definition.environment.options.source,
	};
}
