import { NodeApiError } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn, type Given } from '../../shared/record/given';
import { amount, list, text } from '../../shared/shape';
import { isCandidateType } from './assignments';
import { readCase, type Case } from './cases';
import { readComment, type Comment } from './comments';
import { INFERRED } from './inferred';
import { hasId, idOf, idOrNumber, isoTime } from './replies';
import { readTask, type Task } from './tasks';
import type { ListRequest, WorkflowClient } from './WorkflowClient';

/** What is looked at of a step (reference 5.12, inferred from Flowable). */
const ACTIVITY = {
	id: idOrNumber,
	activityId: text,
	activityName: text,
	activityType: text,
	processInstanceId: text,
	taskId: text,
	calledProcessInstanceId: text,
	assignee: text,
	startTime: text,
	endTime: text,
	durationInMillis: amount,
};

export const readActivity = (given: Given) => {
	const { startTime, endTime, ...fields } = fieldsIn(ACTIVITY, given);
	return { ...fields, id: idOf(fields) ?? '', startTime: isoTime(startTime), endTime: isoTime(endTime) };
};

export type Activity = ReturnType<typeof readActivity>;

/** Whom a task was offered to, and what was said about it (reference 5.5, 5.6). */
const AROUND_TASK = { comments: list(), assignments: list() };
const ASSIGNMENT = { user: text, group: text, type: text };

const readTaskAround = (given: Given) => {
	const { comments = [], assignments = [] } = fieldsIn(AROUND_TASK, given);
	const candidates = assignments
		.map((one) => fieldsIn(ASSIGNMENT, one))
		.filter(({ type }) => isCandidateType(type))
		.flatMap(({ user, group }) => user ?? group ?? []);
	return { ...readTask(given), candidates, comments: comments.filter(isRecord).map(readComment) };
};

/** A task with those to whom it was offered and its comments. */
export type TaskAround = Task & { candidates: string[]; comments: Comment[] };

/** A list that may not be there. @returns undefined when the service has no such list */
async function listed(
	client: WorkflowClient,
	request: ListRequest,
	limit?: number,
	missing: readonly number[] = [404],
): Promise<Given[] | undefined> {
	return await client.list(request, limit).catch(async (error: unknown) => {
		const isMissing = error instanceof NodeApiError && missing.includes(Number(error.httpCode));
		return isMissing ? undefined : await Promise.reject(error);
	});
}

const inHistory = (path: string, subject: string, query: ListRequest['query']): ListRequest => ({
	base: 'history',
	path,
	subject,
	query,
	isRow: hasId,
	// Whoever asks for one case wants all of it, whatever application made it.
	ofTenant: true,
});

/**
 * The steps of a case that its model took (reference 4.10, U17).
 *
 * @param limit how many at most; left out: all
 * @returns undefined when this service does not tell them
 */
export async function activitiesOf(
	client: WorkflowClient,
	caseId: string,
	limit?: number,
): Promise<Given[] | undefined> {
	const { path, missing } = INFERRED.activities;
	const request = inHistory(path, `the activities of case ${caseId}`, { processInstanceId: caseId });
	return await listed(client, limit === undefined ? { ...request, whole: true } : request, limit, missing);
}

/** Every task of a case and of those that it called. The history may show new ones late, so that the open ones of a running case are read as well (reference 7.4, 8.6). */
export async function tasksAround(client: WorkflowClient, { id, ended }: Case): Promise<TaskAround[]> {
	const query = {
		processInstanceIdWithChildren: id,
		includeTaskComments: true,
		includeTaskAssignments: true,
	};
	const subject = `the tasks of case ${id}`;
	const known = await client.list({ ...inHistory('/historic-task-instances', subject, query), whole: true });
	const open = ended
		? []
		: await client.list({
				base: 'runtime',
				path: '/tasks',
				subject,
				query,
				isRow: hasId,
				ofTenant: true,
				whole: true,
			});
	const tasks = known.map(readTaskAround);
	const told = new Set(tasks.map((task) => task.id));
	return [...tasks, ...open.map(readTaskAround).filter((task) => !told.has(task.id))];
}

/** The cases that a case called, and those that they called, running or ended (reference 9.1, 13). */
export async function casesCalledBy(client: WorkflowClient, id: string): Promise<Case[]> {
	const found = new Map<string, Case>();
	const callers = [id];
	for (const caller of callers) {
		const query = { superProcessInstanceId: caller };
		const subject = `the cases that case ${caller} called`;
		const rows = await client.list({
			...inHistory('/historic-process-instances', subject, query),
			whole: true,
		});
		const news = rows.map(readCase).filter((one) => one.id !== id && !found.has(one.id));
		for (const one of news) found.set(one.id, one);
		callers.push(...news.map((one) => one.id));
	}
	return [...found.values()];
}
