import { isInvolved } from './candidates';
import {
	BOUNDS,
	above,
	below,
	equal,
	flag,
	like,
	number,
	onlyWhenTrue,
	text,
	time,
	user,
	type Bounds,
	type Filters,
} from './filters';
import type { TaskRow } from './rows';
import type { Sorts } from './select';

/** No scope engine stands behind a case here: a filter on one finds nothing. */
const never = () => () => false;

/** The filters whose bounds a switch decides. */
export const taskWithin = ({ after, before }: Bounds): Filters<TaskRow> => ({
	taskCreatedAfter: time(({ task }) => task.createTime, after),
	taskCreatedBefore: time(({ task }) => task.createTime, before),
	taskCompletedAfter: time(({ task }) => task.endTime, after),
	taskCompletedBefore: time(({ task }) => task.endTime, before),
});

/** Filters of H3 `GET /historic-task-instances`, which have their own names (reference 4.9). */
export const HISTORIC_TASK_FILTERS: Filters<TaskRow> = {
	taskId: text(({ task }) => task.id),
	taskDefinitionKey: text(({ task }) => task.taskDefinitionKey),
	taskDefinitionKeys:
		(keys) =>
		({ task }) =>
			keys.split(',').includes(task.taskDefinitionKey),
	taskName: text(({ task }) => task.name),
	taskNameLike: like(({ task }) => task.name),
	taskDescription: text(({ task }) => task.description),
	taskDescriptionLike: like(({ task }) => task.description),
	taskCategory: text(({ task }) => task.category),
	taskPriority: number(({ task }) => task.priority),
	parentTaskId: text(({ task }) => task.parentTaskId),
	executionId: text(({ task }) => task.executionId),

	taskAssignee: user(({ task }) => task.assignee),
	taskAssigneeLike: like(({ task }) => task.assignee),
	taskOwner: user(({ task }) => task.owner),
	taskOwnerLike: like(({ task }) => task.owner),
	taskInvolvedUser:
		(who) =>
		({ task }) =>
			isInvolved(task, who),

	processInstanceId: text(({ record }) => record.id),
	processInstanceIdWithChildren: text(({ record }) => record.id),
	processDefinitionKey: text(({ model }) => model.key),
	processDefinitionKeyLike: like(({ model }) => model.key),
	processDefinitionId: text(({ model }) => model.processDefinitionId),
	processDefinitionName: text(({ model }) => model.name),
	processDefinitionNameLike: like(({ model }) => model.name),
	processBusinessKey: text(({ record }) => record.businessKey),
	processBusinessKeyLike: like(({ record }) => record.businessKey),

	finished: flag(({ task }) => task.endTime !== null),
	processFinished: flag(({ record }) => record.endTime !== null),
	withoutDueDate: onlyWhenTrue(({ task }) => task.dueDate === null),
	excludeSubTasks: onlyWhenTrue(({ task }) => task.parentTaskId === null),
	taskDeleteReason: text(({ task }) => task.deleteReason),
	taskDeleteReasonLike: like(({ task }) => task.deleteReason),

	taskCreatedOn: time(({ task }) => task.createTime, equal),
	...taskWithin(BOUNDS.exclusive),
	taskCompletedOn: time(({ task }) => task.endTime, equal),
	dueDate: time(({ task }) => task.dueDate, equal),
	dueDateBefore: time(({ task }) => task.dueDate, below),
	dueDateAfter: time(({ task }) => task.dueDate, above),

	scopeDefinitionId: never,
	scopeId: never,
	scopeType: never,
};

export const HISTORIC_TASK_SORTS: Sorts<TaskRow> = {
	endTime: ({ task }) => task.endTime,
	startTime: ({ task }) => task.createTime,
	taskInstanceId: ({ task }) => task.id,
	name: ({ task }) => task.name,
	assignee: ({ task }) => task.assignee,
	dueDate: ({ task }) => task.dueDate,
	priority: ({ task }) => task.priority,
	duration: ({ task }) => (task.endTime === null ? null : task.endTime - task.createTime),
	processInstanceId: ({ record }) => record.id,
	taskDefinitionKey: ({ task }) => task.taskDefinitionKey,
};
