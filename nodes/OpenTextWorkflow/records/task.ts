import { choice, text as textField, time, whole as wholeField } from '../../shared/record/field';
import type { ListTable } from '../../shared/record/listing';
import type { LocatorTable } from '../../shared/record/locator';
import type { Written } from '../../shared/record/written';
import { flag, object, orNull, text, whole, type Properties } from '../../shared/shape';
import { readTask } from '../transport/tasks';
import { taskItem } from './taskItem';
import { currentSubscription, like, priority, yes } from './filters';

/** A task as every operation gives it. */
export const task: Properties = {
	taskId: text,
	name: orNull(text),
	description: orNull(text),
	category: orNull(text),
	taskDefinitionKey: orNull(text),
	caseId: orNull(text),
	assignee: orNull(text),
	owner: orNull(text),
	delegationState: orNull(text),
	priority: orNull(whole),
	createdAt: orNull(text),
	claimedAt: orNull(text),
	dueAt: orNull(text),
	endedAt: orNull(text),
	cancelled: flag,
	suspended: flag,
	variables: object(),
};

export const TASK = object({ open: flag, ...task });
export const CLAIMED = object({ claimed: flag, ...task });
export const UNCLAIMED = object({ unclaimed: flag, ...task });
export const ASSIGNED = object({ assigned: flag, takenFrom: orNull(text), ...task });
export const DELEGATED = object({ delegated: flag, ...task });
export const RESOLVED = object({ resolved: flag, ...task });
export const UPDATED = object({ updated: flag, ...task });
export const COMPLETED = object({ completed: flag, outcome: orNull(text), ...task });

export const TASK_LOCATOR: LocatorTable = {
	name: 'taskId',
	label: 'Task',
	description: 'The task to work on; the list shows open ones',
	search: 'searchTasks',
	like: 'a1b2c3d4-3391-11ea-b509-eeee0affefe7',
};

/** The value of an outcome, from the model or as it is typed (reference 4.6). */
export const OUTCOME_LOCATOR: LocatorTable = {
	name: 'outcome',
	label: 'Outcome',
	description: 'One that the model offers, or any other value; empty for a task without outcomes',
	search: 'searchOutcomes',
	called: 'Value',
	like: 'approved',
};

/** What the list of open tasks can be asked for, and what it gives (reference 4.6, T1). */
export const tasks = {
	words: 'tasks',
	properties: task,
	item: (row) => taskItem(readTask(row)),
	simple: [
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
	],
	filters: {
		active: yes('Active', 'Whether to leave out tasks of suspended cases'),
		assignee: textField('Assignee'),
		assigneeLike: like('Assignee Like', 'rita%'),
		candidateGroup: textField('Candidate Group', 'The group that may take the task'),
		// Its name could be mistaken for the one before it.
		candidateGroups: textField('Any of These Candidate Groups', 'Separated by commas', {
			name: 'anyCandidateGroup',
		}),
		candidateOrAssigned: textField(
			'Candidate or Assigned User',
			'Everything that this user holds or may take',
		),
		candidateUser: textField('Candidate User', 'Who may take the task'),
		category: textField('Category'),
		createdAfter: time('Created After'),
		createdBefore: time('Created Before'),
		createdOn: time('Created On'),
		delegationState: choice('Delegation State', '', [
			{ name: 'Pending', value: 'pending' },
			{ name: 'Resolved', value: 'resolved' },
		]),
		description: textField('Description'),
		dueAfter: time('Due After'),
		dueBefore: time('Due Before'),
		dueOn: time('Due On'),
		excludeSubTasks: yes('Exclude Subtasks', 'Whether to leave out subtasks'),
		executionId: textField('Execution ID'),
		filterByCurrentSubscription: currentSubscription,
		involvedUser: textField('Involved User'),
		maximumPriority: priority('Maximum Priority'),
		minimumPriority: priority('Minimum Priority'),
		name: textField('Name'),
		nameLike: like('Name Like', 'Review%'),
		owner: textField('Owner'),
		ownerLike: like('Owner Like', 'rita%'),
		priority: priority('Priority'),
		processDefinitionId: textField('Process Model Version ID', 'One version of a model', {
			name: 'modelVersionId',
		}),
		processDefinitionKey: textField('Process Model Key', '', { name: 'modelKey' }),
		processDefinitionKeyLike: like('Process Model Key Like', 'order_%', 'modelKeyLike'),
		processDefinitionName: textField('Process Model Name', '', { name: 'modelName' }),
		processDefinitionNameLike: like('Process Model Name Like', 'Order%', 'modelNameLike'),
		processInstanceBusinessKey: textField('Business Key', 'Of the case', { name: 'businessKey' }),
		processInstanceBusinessKeyLike: like('Business Key Like', '%:order:4711:%', 'businessKeyLike'),
		processInstanceId: textField('Case ID', '', { name: 'caseId' }),
		processInstanceIdWithChildren: textField(
			'Case ID with Children',
			'Also tasks of the cases that it called',
			{ name: 'caseIdWithChildren' },
		),
		unassigned: yes('Unassigned', 'Whether to return only tasks that nobody holds'),
		withoutDueDate: yes('Without Due Date', 'Whether to return only tasks without a due date'),
	},
	sort: ['createTime', 'description', 'dueDate', 'name', 'priority'],
} satisfies ListTable;

/** What can be changed of an open task (reference 4.6, T3). Who holds it is changed by Assign and Unclaim. */
export const writtenTask: Written = {
	one: 'task',
	required: {},
	further: {
		category: textField('Category', 'What kind of task it is'),
		description: textField('Description', 'What is to be done'),
		dueDate: time('Due Date', 'When it should be done'),
		name: textField('Name', 'How people see the task in their lists'),
		priority: wholeField('Priority', 'Tasks begin with 50', { default: 50 }),
	},
	onlyNew: {},
	clearable: ['dueDate'],
};

/** What it can give beside that (reference 3.3, 4.6). */
export const TASK_OPTIONS = {
	includeGroupIds: yes('Include Group IDs', 'Whether groups come by directory ID'),
	includeProcessVariables: yes(
		'Include Variables',
		'Whether the variables of the case come, too',
		'includeVariables',
	),
	includeTaskAssignments: yes(
		'Include Assignments',
		'Whether people and groups come; needs Simplify off',
		'includeAssignments',
	),
	includeTaskComments: yes(
		'Include Comments',
		'Whether comments come; needs Simplify off',
		'includeComments',
	),
	includeTaskLocalVariables: yes(
		'Include Local Variables',
		'Whether variables of the task alone come, too',
		'includeLocalVariables',
	),
	includeUserIds: yes('Include User IDs', 'Whether users come by directory ID, not e-mail address'),
	sortEmptyValuesOnTop: yes('Empty Values First', 'Whether tasks without a value to sort by come first'),
};
