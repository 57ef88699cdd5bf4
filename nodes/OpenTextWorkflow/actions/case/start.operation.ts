import omit from 'lodash/omit';
import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { STARTED } from '../../records/case';
import { CALLBACK_VARIABLE, startCase } from '../../records/startCase';
import { commentInput } from '../../transport/comments';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import type { WaitedFor } from '../../records/waitedFor';
import { toVariables } from '../readVariables';
import { callbackField, callOfTrigger } from './callbackVariable';
import { businessKey, modelLocator, startByOf } from './caseFields';
import { startVariableFields, variablesToStart } from './startVariables';

const OPTIONS: INodeProperties[] = [
	callbackField,
	{
		displayName: 'Comment',
		name: 'comment',
		type: 'string',
		default: '',
		description: 'The first comment of the case',
	},
	{
		displayName: 'Do Not Wait for First Step',
		name: 'async',
		type: 'boolean',
		default: false,
		description: 'Whether the service may answer before the first steps of the case have run',
	},
	{
		displayName: 'Return Variables',
		name: 'returnVariables',
		type: 'boolean',
		default: true,
		description: 'Whether the variables of the case come out',
	},
	{
		displayName: 'Start Form Variables (JSON)',
		name: 'startFormVariables',
		type: 'json',
		default: '{}',
		description: 'Values for the start form, as one object',
	},
	{
		displayName: 'Start Outcome',
		name: 'outcome',
		type: 'string',
		default: 'none',
		description: 'The outcome of the start form, for models that have one',
	},
	{
		displayName: 'Transient Variables (JSON)',
		name: 'transientVariables',
		type: 'json',
		default: '{}',
		description: 'Variables that the case forgets when it first waits, as one object',
	},
];

export const start: Operation<WorkflowClient> = {
	option: {
		name: 'Start',
		value: 'start',
		description: 'Start a case, or get the one that already has this business key',
		action: 'Start a case',
	},
	effect: 'once',
	output: STARTED,
	fields: [
		modelLocator,
		businessKey,
		{
			displayName: 'Case Name',
			name: 'caseName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Order 4711: high value',
			description: 'How people see the case in their lists',
		},
		...startVariableFields,
		optionsCollection(OPTIONS),
	],
	async execute(run, client) {
		const key = run.requiredText('businessKey', 'Business Key');
		const named = {
			businessKey: key,
			modelKey: run.requiredText('modelKey', 'Process Model'),
			by: startByOf(run),
		};
		const variables = await variablesOf(run, client, named);
		const body = startBody(run);
		const started = await startCase(run, client, { ...named, body, variables });
		return body.returnVariables ? started : omit(started, 'variables');
	},
};

/** The variables of the item, and the address of the trigger that the case is to call, where one is entered. */
async function variablesOf(run: ItemRun, client: WorkflowClient, named: WaitedFor) {
	const entered = String(run.fields('options', OPTIONS).callbackAddress ?? '').trim();
	if (!entered) return variablesToStart(run, client, named);
	const variables = variablesToStart(run, client, named, CALLBACK_VARIABLE);
	const callback = await callOfTrigger(run, client, entered, named);
	return async () => [...(await variables()), callback];
}

function startBody(run: ItemRun) {
	const { comment, async, outcome, returnVariables = true } = run.fields('options', OPTIONS);
	const fromJson = (option: string, label: string) =>
		toVariables(run, run.json(`options.${option}`, label), label);
	const transient = fromJson('transientVariables', 'Transient Variables (JSON)');
	const ofForm = fromJson('startFormVariables', 'Start Form Variables (JSON)');
	const name = run.text('caseName');
	return {
		...(name && { name }),
		...(transient.length && { transientVariables: transient }),
		...(ofForm.length && { startFormVariables: ofForm }),
		...(outcome && { outcome }),
		returnVariables: returnVariables === true,
		...(typeof comment === 'string' && comment && { comment: commentInput(comment) }),
		...(async === true && { async: true }),
	};
}
