import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { filtersCollection, returnAllAndLimit, simplify } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { simplified } from '../../../shared/simplified';
import { caseItem } from '../../transport/cases';
import { hasId, variablesOf } from '../../transport/replies';
import type { ListRequest, WorkflowClient } from '../../transport/WorkflowClient';
import { filterFields, LIKE } from '../filterFields';
import { CASE_ROW } from '../../records/case';

/** Filters of both lists, under the same names (reference 4.2, P2; 4.9, H1). */
const SHARED: INodeProperties[] = [
	...filterFields('text', [
		['businessKey', 'Business Key', 'Only cases with exactly this business key'],
		['involvedUser', 'Involved User', 'Only cases in which this user takes part'],
		['processDefinitionCategory', 'Process Model Category', 'Only cases of models of this category'],
		['processDefinitionId', 'Process Definition ID', 'Only cases of exactly this version of a model'],
		['processDefinitionKey', 'Process Model Key', 'Only cases of this model'],
		['startedBy', 'Started By', 'Only cases that this user started'],
		['superProcessInstanceId', 'Parent Case ID', 'Only cases that this case called'],
	]),
	...filterFields('time', [
		['dueAfter', 'Due After', 'Only cases due after this time'],
		['dueBefore', 'Due Before', 'Only cases due before this time'],
		['dueOn', 'Due On', 'Only cases due at exactly this time'],
		['startedAfter', 'Started After', 'Only cases started after this time'],
		['startedBefore', 'Started Before', 'Only cases started before this time'],
	]),
	...filterFields('flag', [
		['excludeSubprocesses', 'Exclude Subprocesses', 'Whether to leave out cases that another case called'],
		[
			'filterByCurrentSubscription',
			'Current Subscription Only',
			'Whether to leave out cases of other applications; the credential decides when this is not set',
		],
	]),
];

/** Filters of running cases alone (reference 4.2, P2). */
const RUNNING: INodeProperties[] = [
	...SHARED,
	...filterFields('text', [
		['name', 'Name', 'Only cases with exactly this name'],
		['nameLike', 'Name Like', `Only cases whose name fits${LIKE}`],
		['subProcessInstanceId', 'Child Case ID', 'Only the case that called this case'],
	]),
	...filterFields('flag', [['suspended', 'Suspended', 'Whether to return only suspended cases']]),
];

/** Filters of the history alone (reference 4.9, H1). */
const HISTORY: INodeProperties[] = [
	...SHARED,
	...filterFields('text', [
		['businessKeyLike', 'Business Key Like', `Only cases whose business key fits${LIKE}`],
		['deploymentId', 'Deployment ID', 'Only cases of models of this deployment'],
		['processDefinitionName', 'Process Model Name', 'Only cases of the model with this name'],
		['processInstanceName', 'Name', 'Only cases with exactly this name'],
		['processInstanceNameLike', 'Name Like', `Only cases whose name fits${LIKE}`],
	]),
	...filterFields('time', [
		['finishedAfter', 'Ended After', 'Only cases that ended after this time'],
		['finishedBefore', 'Ended Before', 'Only cases that ended before this time'],
	]),
];

const IN_HISTORY = { base: 'history', path: '/historic-process-instances' } as const;

/** Where each choice is listed: the history is complete but late, running cases are known to the runtime at once (reference 4.2, 7.4). */
const STATES: Readonly<
	Record<string, Pick<ListRequest, 'base' | 'path' | 'query'> & { filters: INodeProperties[] }>
> = {
	all: { ...IN_HISTORY, filters: HISTORY },
	ended: { ...IN_HISTORY, query: { finished: true }, filters: HISTORY },
	running: { base: 'runtime', path: '/process-instances', filters: RUNNING },
};

const SIMPLE = [
	'caseId',
	'businessKey',
	'name',
	'modelKey',
	'startedAt',
	'ended',
	'endedAt',
	'endActivityId',
	'cancelled',
	'variables',
];

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of cases',
		action: 'Get many cases',
	},
	effect: 'read',
	output: CASE_ROW,
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
		filtersCollection(HISTORY, { show: { state: ['all', 'ended'] } }),
		filtersCollection(RUNNING, { show: { state: ['running'] } }),
	],
	async execute(run, client) {
		const limit = run.limit();
		const state = run.text('state', 'all');
		const chosen = Object.hasOwn(STATES, state) ? STATES[state] : undefined;
		if (!chosen) throw run.refuse({ what: 'State is not known', next: 'Choose it from the list.' });
		const { base, path, filters } = chosen;
		const query: IDataObject = {
			...chosen.query,
			...run.filters('filters', filters),
			includeProcessVariables: true,
		};
		const found = await client.list({ base, path, query, subject: 'the list of cases', isRow: hasId }, limit);
		if (!run.flag('simplify')) return found;
		return found.map((row) => simplified({ ...caseItem(row), variables: variablesOf(row) }, SIMPLE));
	},
};
