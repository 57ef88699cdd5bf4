import { NodeHelpers, type INode, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';
import { OpenTextDecision } from '../../../nodes/OpenTextDecision/OpenTextDecision.node';
import { OpenTextDecisionTrigger } from '../../../nodes/OpenTextDecision/OpenTextDecisionTrigger.node';
import { node, PACK } from '../support/waitingWorkflow';

/** A node as it is opened, and the labels of the fields that it must show. */
export interface Opened {
	node: INode;
	fields: string[];
}

/** Kinds of property that have no label of their own. */
const WITHOUT_LABEL: ReadonlySet<string> = new Set(['hidden', 'notice', 'credentials']);

const ASKED_BY = ['case', 'signature'] as const;

const operationsOf = ({ properties }: INodeTypeDescription): string[] =>
	properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [] }) =>
			options.flatMap((option) => ('value' in option ? [String(option.value)] : [])),
		);

function opened(
	description: INodeTypeDescription,
	name: string,
	parameters: INodeParameters,
	at: number,
): Opened {
	const each = node(name, `${PACK}.${description.name}`, 1, parameters, at % 4, Math.floor(at / 4));
	const values =
		NodeHelpers.getNodeParameters(description.properties, parameters, true, false, each, description) ?? {};
	const fields = description.properties
		.filter(({ type }) => !WITHOUT_LABEL.has(type))
		.filter((property) => NodeHelpers.displayParameter(values, property, each, description))
		.map(({ displayName }) => displayName);
	return { node: each, fields };
}

/** Each operation of OpenText Decision and each way of its trigger, as the editor must show them. */
export function decisionNodes(): Opened[] {
	const { description: action } = new OpenTextDecision();
	const { description: trigger } = new OpenTextDecisionTrigger();
	const choices: Array<[INodeTypeDescription, string, INodeParameters]> = [
		...ASKED_BY.flatMap((askBy): typeof choices => [
			[trigger, `Told by ${askBy}`, { askBy, purpose: 'risk-review' }],
			[action, `Asked by ${askBy}`, { operation: 'ask', askBy }],
		]),
		...operationsOf(action)
			.filter((operation) => operation !== 'ask')
			.map((operation): (typeof choices)[number] => [action, `Do ${operation}`, { operation }]),
	];
	return choices.map(([description, name, parameters], at) => opened(description, name, parameters, at));
}
