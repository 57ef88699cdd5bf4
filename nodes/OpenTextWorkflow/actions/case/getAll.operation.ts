import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { returnAllAndLimit, simplify } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { caseItem } from '../../transport/cases';
import { variablesOf } from '../../transport/replies';
import type { WorkflowClient } from '../../transport/WorkflowClient';

/** The history tells running and ended cases alike, so it serves every choice (reference 4.9, H1). */
const STATES: Readonly<Record<string, IDataObject>> = {
	all: {},
	ended: { finished: true },
	running: { finished: false },
};

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Business Key',
			name: 'businessKey',
			type: 'string',
			default: '',
			description: 'Only cases with exactly this business key',
		},
		{
			displayName: 'Business Key Like',
			name: 'businessKeyLike',
			type: 'string',
			default: '',
			placeholder: 'e.g. abc123:order:%',
			description: 'Only cases whose business key fits; % stands for any text',
		},
		{
			displayName: 'Due After',
			name: 'dueAfter',
			type: 'dateTime',
			default: '',
			description: 'Only cases due after this time',
		},
		{
			displayName: 'Due Before',
			name: 'dueBefore',
			type: 'dateTime',
			default: '',
			description: 'Only cases due before this time',
		},
		{
			displayName: 'Ended After',
			name: 'finishedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only cases that ended after this time',
		},
		{
			displayName: 'Ended Before',
			name: 'finishedBefore',
			type: 'dateTime',
			default: '',
			description: 'Only cases that ended before this time',
		},
		{
			displayName: 'Exclude Subprocesses',
			name: 'excludeSubprocesses',
			type: 'boolean',
			default: true,
			description: 'Whether to leave out cases that another case called',
		},
		{
			displayName: 'Involved User',
			name: 'involvedUser',
			type: 'string',
			default: '',
			placeholder: 'e.g. rita.reviewer@example.com',
			description: 'Only cases in which this user takes part',
		},
		{
			displayName: 'Name',
			name: 'processInstanceName',
			type: 'string',
			default: '',
			description: 'Only cases with exactly this name',
		},
		{
			displayName: 'Name Like',
			name: 'processInstanceNameLike',
			type: 'string',
			default: '',
			placeholder: 'e.g. Order%',
			description: 'Only cases whose name fits; % stands for any text',
		},
		{
			displayName: 'Process Model Key',
			name: 'processDefinitionKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. order_risk_review',
			description: 'Only cases of this model',
		},
		{
			displayName: 'Started After',
			name: 'startedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only cases started after this time',
		},
		{
			displayName: 'Started Before',
			name: 'startedBefore',
			type: 'dateTime',
			default: '',
			description: 'Only cases started before this time',
		},
		{
			displayName: 'Started By',
			name: 'startedBy',
			type: 'string',
			default: '',
			placeholder: 'e.g. rita.reviewer@example.com',
			description: 'Only cases that this user started',
		},
	],
};

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of cases',
		action: 'Get many cases',
	},
	fields: [
		{
			displayName: 'State',
			name: 'state',
			type: 'options',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Ended', value: 'ended' },
				{ name: 'Running', value: 'running' },
			],
			default: 'all',
			description: 'Which cases to return',
		},
		...returnAllAndLimit,
		simplify,
		filters,
	],
	async execute(run, client) {
		const limit = run.flag('returnAll') ? Number.POSITIVE_INFINITY : run.number('limit', 50);
		const found = await client.list(
			{
				base: 'history',
				path: '/historic-process-instances',
				query: {
					...STATES[run.text('state', 'all')],
					...run.collection('filters'),
					includeProcessVariables: true,
				},
				subject: 'the list of cases',
			},
			limit,
		);
		if (!run.flag('simplify')) return found;
		return found.map((row) => ({ ...caseItem(row), variables: variablesOf(row) }));
	},
};
