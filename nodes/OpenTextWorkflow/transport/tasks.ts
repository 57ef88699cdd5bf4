import type { IDataObject } from 'n8n-workflow';
import { INFERRED } from './inferred';
import { isoTime, variablesOf } from './replies';
import type { WorkflowClient, WorkflowRequest } from './WorkflowClient';

/** How a task stands: open, or ended with what the history keeps of it. */
export type FoundTask = { open: IDataObject } | { ended: IDataObject };

const taskPath = (id: string) => `/tasks/${encodeURIComponent(id)}`;

/**
 * One task, open or ended. An ended one answers 404 in the runtime (reference 4.6, T2), so the history is asked.
 *
 * @returns undefined when nobody knows it
 * @throws NodeApiError when the service does not answer
 */
export async function findTask(client: WorkflowClient, id: string): Promise<FoundTask | undefined> {
	const open = await client.find({
		base: 'runtime',
		path: taskPath(id),
		query: { includeProcessVariables: true },
		subject: `task ${id}`,
	});
	if (open) return { open };
	const [known] = await client.list(
		{
			base: 'history',
			path: '/historic-task-instances',
			query: { taskId: id, includeProcessVariables: true },
			subject: `task ${id}`,
		},
		1,
	);
	return known?.id === id ? { ended: known } : undefined;
}

/** An action on a task: claim, complete (reference 4.6, T4). */
export const actionRequest = (id: string, body: IDataObject): WorkflowRequest => ({
	method: 'POST',
	base: 'runtime',
	path: taskPath(id),
	body,
	subject: `task ${id}`,
});

/** Whether two names mean one user: e-mail addresses, compared without regard to case (reference 9.1, 11). */
export const sameUser = (one: unknown, other: unknown): boolean =>
	typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase();

/** What every task operation gives out; runtime and history name the time of creation differently (reference 5.11). */
export function taskItem(task: IDataObject): IDataObject {
	const { created, ended } = INFERRED.historicTask;
	return {
		taskId: String(task.id),
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
