import { variablesOf } from '../transport/replies';
import type { Task } from '../transport/tasks';

/** What every task operation gives out. */
export const taskItem = (task: Task) => ({
	taskId: task.id || null,
	name: task.name ?? null,
	description: task.description ?? null,
	category: task.category ?? null,
	taskDefinitionKey: task.taskDefinitionKey ?? null,
	caseId: task.processInstanceId ?? null,
	assignee: task.assignee ?? null,
	owner: task.owner ?? null,
	delegationState: task.delegationState ?? null,
	priority: task.priority ?? null,
	createdAt: task.createTime,
	claimedAt: task.claimTime,
	dueAt: task.dueDate,
	endedAt: task.endTime,
	cancelled: task.cancelled,
	suspended: task.suspended === true,
	variables: variablesOf(task),
});
