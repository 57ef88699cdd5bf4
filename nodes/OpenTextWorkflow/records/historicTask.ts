import { text, time } from '../../shared/record/field';
import type { ListTable } from '../../shared/record/listing';
import { readTask } from '../transport/tasks';
import { currentSubscription, like, yes } from './filters';
import { task } from './task';
import { taskItem } from './taskItem';

/** What the history of tasks can be asked for, and what it gives (reference 4.9, H3, which has its own names). */
export const historicTasks = {
	words: 'tasks',
	properties: task,
	item: (row) => taskItem(readTask(row)),
	simple: [
		'taskId',
		'name',
		'taskDefinitionKey',
		'caseId',
		'assignee',
		'createdAt',
		'claimedAt',
		'endedAt',
		'cancelled',
		'variables',
	],
	filters: {
		filterByCurrentSubscription: currentSubscription,
		finished: yes('Ended', 'Whether to return only ended tasks, or only open ones'),
		processBusinessKey: text('Business Key', '', { name: 'businessKey' }),
		processBusinessKeyLike: like('Business Key Like', '%:order:4711:%', 'businessKeyLike'),
		processDefinitionKey: text('Process Model Key', '', { name: 'modelKey' }),
		processInstanceId: text('Case ID', '', { name: 'caseId' }),
		processInstanceIdWithChildren: text('Case ID with Children', '', { name: 'caseIdWithChildren' }),
		taskAssignee: text('Assignee', '', { name: 'assignee' }),
		taskCompletedAfter: time('Ended After', '', { name: 'endedAfter' }),
		taskCompletedBefore: time('Ended Before', '', { name: 'endedBefore' }),
		taskCreatedAfter: time('Created After', '', { name: 'createdAfter' }),
		taskCreatedBefore: time('Created Before', '', { name: 'createdBefore' }),
		taskDefinitionKey: text('Task Definition Key'),
		taskInvolvedUser: text('Involved User', '', { name: 'involvedUser' }),
		taskName: text('Name', '', { name: 'name' }),
	},
} satisfies ListTable;
