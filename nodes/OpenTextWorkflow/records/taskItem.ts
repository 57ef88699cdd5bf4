import type { IDataObject } from 'n8n-workflow';
import { INFERRED } from '../transport/inferred';
import { idOf, isoTime, variablesOf } from '../transport/replies';

/** What every task operation gives out; runtime and history name the time of creation differently (reference 5.11). */
export function taskItem(task: IDataObject): IDataObject {
	const { created, ended } = INFERRED.historicTask;
	return {
		taskId: idOf(task) ?? null,
		name: task.name ?? null,
		taskDefinitionKey: task.taskDefinitionKey ?? null,
		caseId: task.processInstanceId ?? null,
		assignee: task.assignee ?? null,
		owner: task.owner ?? null,
		priority: task.priority ?? null,
		createdAt: isoTime(task.createTime ?? task[created]) ?? null,
		claimedAt: isoTime(task.claimTime) ?? null,
		dueAt: isoTime(task.dueDate) ?? null,
		endedAt: isoTime(task[ended]) ?? null,
		cancelled: Boolean(task.deleteReason),
		suspended: task.suspended === true,
		variables: variablesOf(task),
	};
}
