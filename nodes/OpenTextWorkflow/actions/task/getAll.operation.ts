import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	filtersCollection,
	optionsCollection,
	returnAllAndLimit,
	simplify,
	sortDirection,
} from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { simplified } from '../../../shared/simplified';
import { hasId } from '../../transport/replies';
import { taskItem } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { asQuery, filterFields, LIKE } from '../filterFields';
import { TASK_ROW } from '../../records/task';

/** Every filter of `GET /tasks` (reference 4.6, T1); `asQuery` knows which one the service names otherwise. */
const FILTERS: INodeProperties[] = [
	...filterFields('text', [
		['assignee', 'Assignee', 'Only tasks held by this user'],
		['assigneeLike', 'Assignee Like', `Only tasks whose holder fits${LIKE}`],
		['candidateGroup', 'Candidate Group', 'Only tasks in the pool of this group'],
		[
			'anyCandidateGroup',
			'Any of These Candidate Groups',
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
	]),
	...filterFields('time', [
		['createdAfter', 'Created After', 'Only tasks created after this time'],
		['createdBefore', 'Created Before', 'Only tasks created before this time'],
		['createdOn', 'Created On', 'Only tasks created at exactly this time'],
		['dueAfter', 'Due After', 'Only tasks due after this time'],
		['dueBefore', 'Due Before', 'Only tasks due before this time'],
		['dueOn', 'Due On', 'Only tasks due at exactly this time'],
	]),
	...filterFields('flag', [
		['active', 'Active', 'Whether to return only tasks of cases that are not suspended'],
		['excludeSubTasks', 'Exclude Subtasks', 'Whether to leave out subtasks'],
		[
			'filterByCurrentSubscription',
			'Current Subscription Only',
			'Whether to leave out tasks of other applications; the credential decides when this is not set',
		],
		['unassigned', 'Unassigned', 'Whether to return only tasks that nobody holds'],
		['withoutDueDate', 'Without Due Date', 'Whether to return only tasks without a due date'],
	]),
	...filterFields('count', [
		['maximumPriority', 'Maximum Priority', 'Only tasks with at most this priority'],
		['minimumPriority', 'Minimum Priority', 'Only tasks with at least this priority'],
		['priority', 'Priority', 'Only tasks with exactly this priority'],
	]),
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

/** Expansions, sorting and display of T1 (reference 3.3, 4.6). */
const OPTIONS: INodeProperties[] = [
	...filterFields('flag', [
		['sortEmptyValuesOnTop', 'Empty Values First', 'Whether tasks without a value to sort by come first'],
		[
			'includeTaskAssignments',
			'Include Assignments',
			'Whether to return the people and groups of each task; needs Simplify off',
		],
		[
			'includeTaskComments',
			'Include Comments',
			'Whether to return the comments of each task; needs Simplify off',
		],
		[
			'includeGroupIds',
			'Include Group IDs',
			'Whether to return groups by their directory ID instead of their name',
		],
		[
			'includeTaskLocalVariables',
			'Include Local Variables',
			'Whether to return variables that belong to the task alone',
		],
		[
			'includeUserIds',
			'Include User IDs',
			'Whether to return users by their directory ID instead of their e-mail address',
		],
		[
			'includeProcessVariables',
			'Include Variables',
			'Whether to return the variables of the case with each task',
		],
	]),
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
	sortDirection('order'),
];

const SIMPLE = [
	'taskId',
	'name',
	'taskDefinitionKey',
	'caseId',
	'assignee',
	'priority',
	'createdAt',
	'dueAt',
	'suspended',
	'variables',
];

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of open tasks',
		action: 'Get many tasks',
	},
	effect: 'read',
	output: TASK_ROW,
	fields: [...returnAllAndLimit, simplify, filtersCollection(FILTERS), optionsCollection(OPTIONS)],
	async execute(run, client) {
		const limit = run.limit();
		const query: IDataObject = {
			includeProcessVariables: true,
			...asQuery(run.filters('filters', FILTERS)),
			...run.fields('options', OPTIONS),
		};
		const tasks = await client.list(
			{ base: 'runtime', path: '/tasks', query, subject: 'the list of tasks', isRow: hasId },
			limit,
		);
		return run.flag('simplify') ? tasks.map((task) => simplified(taskItem(task), SIMPLE)) : tasks;
	},
};
