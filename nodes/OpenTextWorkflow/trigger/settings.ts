import type { INodeProperties, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
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

/** Which events a filter is for. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
	taskDefinitionKey: ['taskAssigned', 'taskCompleted', 'taskCreated', 'taskOverdue'],
	assignee: ['taskAssigned', 'taskCompleted', 'taskOverdue'],
	outcomes: ['caseEnded', 'taskCompleted'],
};

const isShown = (name: string, eventName: string): boolean => SHOWN[name].includes(eventName);

const shownFor = (name: string): Pick<INodeProperties, 'displayOptions'> => ({
	displayOptions: { show: { event: [...SHOWN[name]] } },
});

/** How the trigger comes to know what happens. */
export type WatchBy = 'polling' | 'callback';

const WATCH_BY: INodeProperties = {
	displayName: 'Watch By',
	name: 'watchBy',
	type: 'options',
	options: [
		{
			name: 'Callback',
			value: 'callback',
			description: 'Cases call, and a poll finds whatever no call told',
		},
		{ name: 'Polling', value: 'polling', description: 'The service is asked at each poll time' },
	],
	default: 'polling',
	description:
		'How to learn what happens. For callbacks enter the webhook URL of this trigger as Callback Address in Case: Start, and give the process model an HTTP task; poll times may then be far apart.',
};

/** The fields of the trigger. */
export const properties: INodeProperties[] = [
	WATCH_BY,
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
			{ name: 'Case Started', value: 'caseStarted', description: 'Somebody has started a case' },
			{
				name: 'Task Assigned',
				value: 'taskAssigned',
				description: 'Somebody has taken a task, or was given it',
			},
			{ name: 'Task Completed', value: 'taskCompleted', description: 'A person has finished a task' },
			{ name: 'Task Created', value: 'taskCreated', description: 'A task waits for somebody' },
			{
				name: 'Task Overdue',
				value: 'taskOverdue',
				description: 'The due date of a task has passed while it was open',
			},
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
		...shownFor('taskDefinitionKey'),
		default: '',
		placeholder: 'e.g. reviewOrder',
		description: 'Only tasks of this step of the model; empty for all',
	},
	{
		displayName: 'Assignee',
		name: 'assignee',
		type: 'string',
		...shownFor('assignee'),
		default: '',
		placeholder: 'e.g. rita.reviewer@example.com',
		description: 'Only tasks that this person holds; empty for all',
	},
	{
		displayName: 'Outcomes',
		name: 'outcomes',
		type: 'string',
		...shownFor('outcomes'),
		default: '',
		placeholder: 'e.g. approved,rejected',
		description:
			'Only those that came out so, separated by commas; empty for all. A task counts by what the outcome variable of its case says when it is read: where several tasks write one variable, a later one may have changed it by then.',
	},
	optionsCollection(OPTIONS),
];

/** What n8n gives the trigger when it polls, and when it is called. */
export type TriggerFunctions = IPollFunctions | IWebhookFunctions;

export interface TriggerSettings {
	watchBy: WatchBy;
	eventName: string;
	event: WorkflowEvent;
	/** Filters; empty for all. */
	modelKey: string;
	step: string;
	assignee: string;
	/** In lower case; empty for all. */
	outcomes: ReadonlySet<string>;
	names: DecisionNames;
	includeVariables: boolean;
	lookBackMs: number;
	overlapMs: number;
}

const MINUTE_MS = 60_000;

/** @throws NodeOperationError that names the setting, when one cannot be used */
export function readSettings(functions: TriggerFunctions): TriggerSettings {
	const refuse = (advice: Advice) => operationError(functions.getNode(), advice);
	const values = new Values(refuse, () => functions.getTimezone());
	const text = (name: string, label: string) => values.text(functions.getNodeParameter(name, ''), label);
	const eventName = text('event', 'Event') || 'caseEnded';
	if (!Object.hasOwn(EVENTS, eventName)) {
		throw refuse({ what: `"${eventName}" is no event of this trigger`, next: 'Choose one from the list.' });
	}
	const event = EVENTS[eventName];
	const options = readOptions(functions, values);
	const shown = (name: string, label: string) => (isShown(name, eventName) ? text(name, label) : '');
	return {
		watchBy: functions.getNodeParameter('watchBy', 'polling') === 'callback' ? 'callback' : 'polling',
		eventName,
		event,
		modelKey: text('modelKey', 'Process Model Key'),
		step: shown('taskDefinitionKey', 'Task Definition Key'),
		assignee: shown('assignee', 'Assignee'),
		outcomes: new Set(
			shown('outcomes', 'Outcomes')
				.toLowerCase()
				.split(/\s*,\s*/)
				.filter(Boolean),
		),
		names: readDecisionNames(options),
		includeVariables: options.includeVariables !== false,
		lookBackMs: Number(options.lookBackHours ?? 0) * 60 * MINUTE_MS,
		overlapMs: Number(options.overlapMinutes ?? 5) * MINUTE_MS,
	};
}

/** What was entered under Options; what was left blank is left out. */
function readOptions(functions: TriggerFunctions, values: Values): Record<string, unknown> {
	const entered: unknown = functions.getNodeParameter('options', {});
	const given = isRecord(entered) ? entered : {};
	const fields = OPTIONS.filter(({ name }) => !isMissing(given[name]) && given[name] !== '');
	return Object.fromEntries(fields.map((field) => [field.name, readField(values, given[field.name], field)]));
}
