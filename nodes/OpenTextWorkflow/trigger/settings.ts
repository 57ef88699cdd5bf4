import type { IDataObject, INodeProperties, IPollFunctions } from 'n8n-workflow';
import { lookBackHours, optionsCollection, overlapMinutes } from '../../shared/fields';
import { operationError } from '../../shared/errorText';
import {
	outcomeVariable,
	readDecisionNames,
	reasonVariable,
	type DecisionNames,
} from '../transport/decision';
import { isRecord } from '../../shared/isRecord';
import { EVENTS, type WorkflowEvent } from './events';

/** The fields of the trigger. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		options: [
			{
				name: 'Case Ended',
				value: 'caseEnded',
				description: 'A case has come to its end, with its decision',
			},
			{ name: 'Task Completed', value: 'taskCompleted', description: 'A person has finished a task' },
			{ name: 'Task Created', value: 'taskCreated', description: 'A task waits for somebody' },
		],
		default: 'caseEnded',
		description: 'What to wait for',
	},
	{
		displayName: 'Process Model Key',
		name: 'modelKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. order_risk_review',
		description: 'Only cases of this model, or their tasks; empty for all',
	},
	{
		displayName: 'Task Definition Key',
		name: 'taskDefinitionKey',
		type: 'string',
		displayOptions: { show: { event: ['taskCompleted', 'taskCreated'] } },
		default: '',
		placeholder: 'e.g. reviewOrder',
		description: 'Only tasks of this step of the model; empty for all',
	},
	optionsCollection([
		{
			displayName: 'Include Variables',
			name: 'includeVariables',
			type: 'boolean',
			default: true,
			description: 'Whether to return the variables of the case with each event',
		},
		lookBackHours('poll'),
		outcomeVariable,
		overlapMinutes(
			'How far each poll looks back beyond the last event it saw, because the service may show a record late; nothing is told twice',
		),
		reasonVariable,
	]),
];

export interface TriggerSettings {
	eventName: string;
	event: WorkflowEvent;
	/** Filters of the query. */
	filters: IDataObject;
	names: DecisionNames;
	includeVariables: boolean;
	lookBackMs: number;
	overlapMs: number;
}

const MINUTE_MS = 60_000;

/** @throws NodeOperationError when the event is not known */
export function readSettings(functions: IPollFunctions): TriggerSettings {
	const eventName = String(functions.getNodeParameter('event', 'caseEnded'));
	const entered: unknown = functions.getNodeParameter('options', {});
	const options = isRecord(entered) ? entered : {};
	const event = EVENTS[eventName];
	if (!event) {
		throw operationError(functions.getNode(), {
			what: `"${eventName}" is no event of this trigger`,
			next: 'Choose one from the list.',
		});
	}
	const modelKey = String(functions.getNodeParameter('modelKey', '') ?? '').trim();
	const taskKey = String(functions.getNodeParameter('taskDefinitionKey', '') ?? '').trim();
	return {
		eventName,
		event,
		filters: {
			...(modelKey && { processDefinitionKey: modelKey }),
			...(taskKey && eventName !== 'caseEnded' && { taskDefinitionKey: taskKey }),
		},
		names: readDecisionNames(options),
		includeVariables: options.includeVariables !== false,
		lookBackMs: Number(options.lookBackHours ?? 0) * 60 * MINUTE_MS,
		overlapMs: Number(options.overlapMinutes ?? 5) * MINUTE_MS,
	};
}
