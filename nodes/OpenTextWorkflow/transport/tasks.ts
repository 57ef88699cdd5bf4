import type { IDataObject } from 'n8n-workflow';
import { fieldsIn, type Given } from '../../shared/record/given';
import { amount, flag, list, text } from '../../shared/shape';
import { accepted } from './dialect';
import { INFERRED } from './inferred';
import { hasId, idOf, idOrNumber, isoTime, newestFirst } from './replies';
import type { ReadRequest, WorkflowClient, WorkflowRequest } from './WorkflowClient';

/** What is looked at of a task; runtime and history name the time of creation differently (reference 5.11). */
const TASK = {
	id: idOrNumber,
	name: text,
	description: text,
	category: text,
	taskDefinitionKey: text,
	processDefinitionId: text,
	processInstanceId: text,
	executionId: text,
	assignee: text,
	owner: text,
	priority: amount,
	createTime: text,
	[INFERRED.historicTask.created]: text,
	claimTime: text,
	dueDate: text,
	[INFERRED.historicTask.ended]: text,
	deleteReason: text,
	delegationState: text,
	suspended: flag,
	variables: list(),
};

/** A task; its id is empty when it does not name itself, which only a trigger lets pass. */
export function readTask(given: Given) {
	const fields = fieldsIn(TASK, given);
	const { created, ended } = INFERRED.historicTask;
	return {
		...fields,
		id: idOf(fields) ?? '',
		createTime: isoTime(fields.createTime ?? fields[created]),
		claimTime: isoTime(fields.claimTime),
		dueDate: isoTime(fields.dueDate),
		endTime: isoTime(fields[ended]),
		/** It was withdrawn, and not completed. */
		cancelled: Boolean(fields.deleteReason),
	};
}

export type Task = ReturnType<typeof readTask>;

/** How a task stands: open, or ended with what the history keeps of it. */
export type FoundTask = { open: Task } | { ended: Task };

export const taskPath = (id: string) => `/tasks/${encodeURIComponent(id)}`;

/**
 * One task, open or ended. An ended one answers 404 in the runtime (reference 4.6, T2), so the history is asked.
 *
 * @returns undefined when nobody knows it
 * @throws NodeApiError when the service does not answer
 */
export async function findTask(client: WorkflowClient, id: string): Promise<FoundTask | undefined> {
	const open = await client.find(openRequest(id, { includeProcessVariables: true }), id);
	if (open) return { open: readTask(open) };
	const [known] = await client.list(
		{
			base: 'history',
			path: '/historic-task-instances',
			query: { taskId: id, includeProcessVariables: true },
			subject: `task ${id}`,
			ofTenant: true,
			isRow: hasId,
		},
		1,
	);
	const ended = known && readTask(known);
	return ended?.id === id ? { ended } : undefined;
}

const openRequest = (id: string, query: IDataObject): ReadRequest => ({
	base: 'runtime',
	path: taskPath(id),
	query,
	subject: `task ${id}`,
});

/**
 * An action on a task: claim, unclaim, delegate, resolve, complete (reference 4.6, T4). Its answer has no body to rely on, so the task must be looked at afterwards.
 *
 * @param done what will be true afterwards: `task 7 was claimed`
 */
export const actionRequest = (id: string, body: IDataObject, done: string): WorkflowRequest => ({
	method: 'POST',
	base: 'runtime',
	path: taskPath(id),
	body,
	subject: `task ${id}`,
	gives: accepted,
	done,
});

/** A change of what a task is kept with; only what is sent is changed, and null clears (reference 4.6, T3). @param done as above */
export const changeRequest = (id: string, body: Readonly<IDataObject>, done: string): WorkflowRequest => ({
	...actionRequest(id, body, done),
	method: 'PUT',
});

/**
 * Whether this user holds a task. Users are shown by address unless the directory's ids are asked for (reference 3.5), and either may have been entered.
 *
 * @param task the open task
 */
export const isHeldBy = async (
	client: WorkflowClient,
	task: Pick<Task, 'id' | 'assignee'>,
	user: string,
): Promise<boolean> => await isUserOf(client, task, 'assignee', user);

/** As `isHeldBy`, of the owner. */
export const isOwnedBy = async (
	client: WorkflowClient,
	task: Pick<Task, 'id' | 'owner'>,
	user: string,
): Promise<boolean> => await isUserOf(client, task, 'owner', user);

async function isUserOf<Role extends 'assignee' | 'owner'>(
	client: WorkflowClient,
	task: Pick<Task, 'id' | Role>,
	role: Role,
	user: string,
): Promise<boolean> {
	const { id, [role]: shown } = task;
	if (sameUser(shown, user)) return true;
	if (!shown || user.includes('@')) return false;
	const byId = await client.find(openRequest(id, { includeUserIds: true }), id);
	return byId !== undefined && sameUser(readTask(byId)[role], user);
}

/** Whether two names of users, as the service keeps them, are one: compared without regard to case (reference 9.1, 11). */
export const sameUser = (one?: string, other?: string): boolean =>
	one !== undefined && one.toLowerCase() === other?.toLowerCase();

/** Who completed the last task of a case, and when; null where nobody did. */
export interface Decider {
	decidedBy: string | null;
	decidedAt: string | null;
}

/**
 * Reads who decided a case: the person who completed its last task.
 *
 * @param caseId the service's own id of the case
 * @throws NodeApiError when the service does not answer
 */
export async function deciderOf(client: WorkflowClient, caseId: string): Promise<Decider> {
	const tasks = await client.list({
		base: 'history',
		path: '/historic-task-instances',
		query: { processInstanceId: caseId, finished: true },
		subject: `the tasks of case ${caseId}`,
		// The case was named: its tasks count whatever application made it, and the last of them decides.
		ofTenant: true,
		whole: true,
		isRow: (row) => hasId(row) || 'assignee' in row,
	});
	const [last] = tasks
		.map(readTask)
		.filter(({ assignee, endTime, cancelled }) => assignee && endTime !== null && !cancelled)
		.sort(newestFirst('endTime'));
	return { decidedBy: last?.assignee ?? null, decidedAt: last?.endTime ?? null };
}
