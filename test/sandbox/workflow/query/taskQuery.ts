import { sameUser } from '../directory';

import { isCandidate, isCandidateGroup, isInvolved } from './candidates';
import {
	above,
	atLeast,
	atMost,
	below,
	equal,
	flag,
	like,
	number,
	onlyWhenTrue,
	text,
	time,
	user,
	type Filters,
} from './filters';
import type { TaskRow } from './rows';
import type { Sorts } from './select';

const list = (value: string) => value.split(',').map((entry) => entry.trim());

/** Filters of T1 `GET /tasks`, one line per parameter of the table in reference 4.6. */
export const TASK_FILTERS: Filters<TaskRow> = {
	name: text(({ task }) => task.name),
	nameLike: like(({ task }) => task.name),
	description: text(({ task }) => task.description),
	category: text(({ task }) => task.category),
	executionId: text(({ task }) => task.executionId),

	assignee: user(({ task }) => task.assignee),
	assigneeLike: like(({ task }) => task.assignee),
	owner: user(({ task }) => task.owner),
	ownerLike: like(({ task }) => task.owner),
	unassigned: onlyWhenTrue(({ task }) => task.assignee === null),
	candidateUser:
		(who) =>
		({ task }) =>
			isCandidate(task, who),
	candidateGroup:
		(group) =>
		({ task }) =>
			isCandidateGroup(task, [group]),
	candidateGroups:
		(groups) =>
		({ task }) =>
			isCandidateGroup(task, list(groups)),
	candidateOrAssigned:
		(who) =>
		({ task }) =>
			sameUser(task.assignee, who) || isCandidate(task, who),
	involvedUser:
		(who) =>
		({ task }) =>
			isInvolved(task, who),
	delegationState: text(({ task }) => task.delegationState),

	priority: number(({ task }) => task.priority),
	minimumPriority: number(({ task }) => task.priority, atLeast),
	maximumPriority: number(({ task }) => task.priority, atMost),

	processInstanceId: text(({ record }) => record.id),
	// No call activities run here: an instance has no children
	processInstanceIdWithChildren: text(({ record }) => record.id),
	processInstanceBusinessKey: text(({ record }) => record.businessKey),
	processInstanceBusinessKeyLike: like(({ record }) => record.businessKey),
	processDefinitionId: text(({ model }) => model.processDefinitionId),
	processDefinitionKey: text(({ model }) => model.key),
	processDefinitionKeyLike: like(({ model }) => model.key),
	processDefinitionName: text(({ model }) => model.name),
	processDefinitionNameLike: like(({ model }) => model.name),

	createdOn: time(({ task }) => task.createTime, equal),
	createdBefore: time(({ task }) => task.createTime, below),
	createdAfter: time(({ task }) => task.createTime, above),
	dueOn: time(({ task }) => task.dueDate, equal),
	dueBefore: time(({ task }) => task.dueDate, below),
	dueAfter: time(({ task }) => task.dueDate, above),
	withoutDueDate: onlyWhenTrue(({ task }) => task.dueDate === null),

	active: flag(({ record }) => !record.suspended),
	excludeSubTasks: onlyWhenTrue(({ task }) => task.parentTaskId === null),
};

/** Values of `sort` (reference 4.6). */
export const TASK_SORTS: Sorts<TaskRow> = {
	id: ({ task }) => task.id,
	name: ({ task }) => task.name,
	description: ({ task }) => task.description,
	createTime: ({ task }) => task.createTime,
	priority: ({ task }) => task.priority,
	dueDate: ({ task }) => task.dueDate,
	executionId: ({ task }) => task.executionId,
	processInstanceId: ({ record }) => record.id,
	assignee: ({ task }) => task.assignee,
	owner: ({ task }) => task.owner,
	tenantId: () => null,
};
