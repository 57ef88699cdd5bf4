import { variablesOf } from '../transport/replies';
import type { Task } from '../transport/tasks';

/** What every task operation gives out. */
export const taskItem = (task: Task) => ({
	taskId: task.id || null,
	name: task.name,
	taskDefinitionKey: task.taskDefinitionKey,
	caseId: task.processInstanceId,
	assignee: task.assignee,
	owner: task.owner,
	priority: task.priority,
	createdAt: task.createTime,
	claimedAt: task.claimTime,
	dueAt: task.dueDate,
	endedAt: task.endTime,
	cancelled: task.cancelled,
	suspended: task.suspended,
	variables: variablesOf(task),
});
