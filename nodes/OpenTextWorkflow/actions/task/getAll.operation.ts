import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { returnAllAndLimit, simplify } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { taskItem } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';

type Row = readonly [name: string, displayName: string, description: string];

const text = ([name, displayName, description]: Row): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const time = ([name, displayName, description]: Row): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description,
});

const flag = ([name, displayName, description]: Row): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description,
});

const count = ([name, displayName, description]: Row): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	default: 50,
	description,
});

const LIKE = '; % stands for any text';

/** Every filter of `GET /tasks` (reference 4.6, T1), by the service's own names. */
const unsorted: INodeProperties[] = [
	...(
		[
			['assignee', 'Assignee', 'Only tasks held by this user'],
			['assigneeLike', 'Assignee Like', `Only tasks whose holder fits${LIKE}`],
			['candidateGroup', 'Candidate Group', 'Only tasks in the pool of this group'],
			[
				'candidateGroups',
				'Candidate Groups',
				'Only tasks in the pool of one of these groups, separated by commas',
			],
			[
				'candidateOrAssigned',
				'Candidate or Assigned User',
				'Only tasks that this user holds or may take: everything to work on',
			],
			['candidateUser', 'Candidate User', 'Only tasks that this user may take'],
			['category', 'Category', 'Only tasks of this category'],
			['description', 'Description', 'Only tasks with exactly this description'],
			['executionId', 'Execution ID', 'Only tasks of this execution within a case'],
			['involvedUser', 'Involved User', 'Only tasks in which this user takes part'],
			['name', 'Name', 'Only tasks with exactly this name'],
			['nameLike', 'Name Like', `Only tasks whose name fits${LIKE}`],
			['owner', 'Owner', 'Only tasks of this owner'],
			['ownerLike', 'Owner Like', `Only tasks whose owner fits${LIKE}`],
			['processDefinitionId', 'Process Definition ID', 'Only tasks of exactly this version of a model'],
			['processDefinitionKey', 'Process Model Key', 'Only tasks of this model'],
			['processDefinitionKeyLike', 'Process Model Key Like', `Only tasks whose model key fits${LIKE}`],
			['processDefinitionName', 'Process Model Name', 'Only tasks of the model with this name'],
			['processDefinitionNameLike', 'Process Model Name Like', `Only tasks whose model name fits${LIKE}`],
			['processInstanceBusinessKey', 'Business Key', 'Only tasks of the case with this business key'],
			[
				'processInstanceBusinessKeyLike',
				'Business Key Like',
				`Only tasks of cases whose business key fits${LIKE}`,
			],
			['processInstanceId', 'Case ID', 'Only tasks of this case'],
			[
				'processInstanceIdWithChildren',
				'Case ID with Children',
				'Only tasks of this case and of the cases it called',
			],
		] satisfies Row[]
	).map(text),
	...(
		[
			['createdAfter', 'Created After', 'Only tasks created after this time'],
			['createdBefore', 'Created Before', 'Only tasks created before this time'],
			['createdOn', 'Created On', 'Only tasks created at exactly this time'],
			['dueAfter', 'Due After', 'Only tasks due after this time'],
			['dueBefore', 'Due Before', 'Only tasks due before this time'],
			['dueOn', 'Due On', 'Only tasks due at exactly this time'],
		] satisfies Row[]
	).map(time),
	...(
		[
			['active', 'Active', 'Whether the case of the task may not be suspended'],
			['excludeSubTasks', 'Exclude Subtasks', 'Whether to leave out subtasks'],
			['unassigned', 'Unassigned', 'Whether nobody may hold the task'],
			['withoutDueDate', 'Without Due Date', 'Whether the task may have no due date'],
		] satisfies Row[]
	).map(flag),
	...(
		[
			['maximumPriority', 'Maximum Priority', 'Only tasks with at most this priority'],
			['minimumPriority', 'Minimum Priority', 'Only tasks with at least this priority'],
			['priority', 'Priority', 'Only tasks with exactly this priority'],
		] satisfies Row[]
	).map(count),
	{
		displayName: 'Delegation State',
		name: 'delegationState',
		type: 'options',
		options: [
			{ name: 'Pending', value: 'pending' },
			{ name: 'Resolved', value: 'resolved' },
		],
		default: 'pending',
		description: 'Only delegated tasks in this state',
	},
];

const FILTERS = unsorted.sort((a, b) => a.displayName.localeCompare(b.displayName));

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Include Variables',
			name: 'includeProcessVariables',
			type: 'boolean',
			default: true,
			description: 'Whether to return the variables of the case with each task',
		},
		{
			displayName: 'Sort By',
			name: 'sort',
			type: 'options',
			options: [
				{ name: 'Created', value: 'createTime' },
				{ name: 'Description', value: 'description' },
				{ name: 'Due Date', value: 'dueDate' },
				{ name: 'Name', value: 'name' },
				{ name: 'Priority', value: 'priority' },
			],
			default: 'createTime',
			description: 'Field to sort the tasks by',
		},
		{
			displayName: 'Sort Direction',
			name: 'order',
			type: 'options',
			options: [
				{ name: 'Ascending', value: 'asc' },
				{ name: 'Descending', value: 'desc' },
			],
			default: 'asc',
			description: 'Whether the lowest or the highest value comes first',
		},
	],
};

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of open tasks',
		action: 'Get many tasks',
	},
	fields: [
		...returnAllAndLimit,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: FILTERS,
		},
		options,
	],
	async execute(run, client) {
		const limit = run.flag('returnAll') ? Number.POSITIVE_INFINITY : run.number('limit', 50);
		const query: IDataObject = {
			includeProcessVariables: true,
			...run.collection('filters'),
			...run.collection('options'),
		};
		const tasks = await client.list(
			{ base: 'runtime', path: '/tasks', query, subject: 'the list of tasks' },
			limit,
		);
		return run.flag('simplify') ? tasks.map(taskItem) : tasks;
	},
};
