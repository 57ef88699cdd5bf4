import type { INodeProperties, IPollFunctions } from 'n8n-workflow';
import { lookBackHours, optionsCollection, overlapMinutes } from '../../shared/fields';
import { readField } from '../../shared/enteredFields';
import { operationError, type Advice } from '../../shared/errorText';
import { outcomeVariable, readDecisionNames, reasonVariable, type DecisionNames } from '../records/decision';
import { isRecord } from '../../shared/isRecord';
import { isMissing, Values } from '../../shared/values';
import { EVENTS, type WorkflowEvent } from './events';

/** Ten years in hours, and a year in minutes: beyond them something else was meant. */
const MOST = { lookBackHours: 10 * 365 * 24, overlapMinutes: 365 * 24 * 60 } as const;

const upTo = (maxValue: number, field: INodeProperties): INodeProperties => ({
	...field,
	typeOptions: { ...field.typeOptions, maxValue },
});

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Include Variables',
		name: 'includeVariables',
		type: 'boolean',
		default: true,
		description: 'Whether to return the variables of the case with each event',
	},
	upTo(MOST.lookBackHours, lookBackHours('poll')),
	outcomeVariable,
	upTo(
		MOST.overlapMinutes,
		overlapMinutes(
			'How far each poll looks back beyond the last event it saw, because the service may show a record late; nothing is told twice',
		),
	),
	reasonVariable,
];

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
	optionsCollection(OPTIONS),
];

export interface TriggerSettings {
	eventName: string;
	event: WorkflowEvent;
	/** Filters of the query. */
	filters: Readonly<Record<string, string>>;
	names: DecisionNames;
	includeVariables: boolean;
	lookBackMs: number;
	overlapMs: number;
}

const MINUTE_MS = 60_000;

/** @throws NodeOperationError that names the setting, when one cannot be used */
export function readSettings(functions: IPollFunctions): TriggerSettings {
	const refuse = (advice: Advice) => operationError(functions.getNode(), advice);
	const values = new Values(refuse, () => functions.getTimezone());
	const text = (name: string, label: string) => values.text(functions.getNodeParameter(name, ''), label);
	const eventName = text('event', 'Event') || 'caseEnded';
	if (!Object.hasOwn(EVENTS, eventName)) {
		throw refuse({ what: `"${eventName}" is no event of this trigger`, next: 'Choose one from the list.' });
	}
	const event = EVENTS[eventName];
	const options = readOptions(functions, values);
	const modelKey = text('modelKey', 'Process Model Key');
	const taskKey = text('taskDefinitionKey', 'Task Definition Key');
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

/** What was entered under Options; what was left blank is left out. */
function readOptions(functions: IPollFunctions, values: Values): Record<string, unknown> {
	const entered: unknown = functions.getNodeParameter('options', {});
	const given = isRecord(entered) ? entered : {};
	const fields = OPTIONS.filter(({ name }) => !isMissing(given[name]) && given[name] !== '');
	return Object.fromEntries(fields.map((field) => [field.name, readField(values, given[field.name], field)]));
}
