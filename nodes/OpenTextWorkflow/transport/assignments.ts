import type { IDataObject } from 'n8n-workflow';
import { areRows, givesIf, isNoBody } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn } from '../../shared/record/given';
import { text } from '../../shared/shape';
import { accepted } from './dialect';
import { INFERRED } from './inferred';
import { sameUser, taskPath } from './tasks';
import type { WorkflowClient, WorkflowRequest } from './WorkflowClient';

/** One person or group of a task, and as what (reference 5.5). */
const ASSIGNMENT = { user: text, group: text, type: text };

export const readAssignment = (row: IDataObject) => fieldsIn(ASSIGNMENT, row);

export type Assignment = ReturnType<typeof readAssignment>;

/** A person or group that may take a task. */
export type Candidate = { user: string } | { group: string };

const pathOf = (taskId: string) => `${taskPath(taskId)}/assignments`;

const isAssignment = ({ type, user, group }: IDataObject): boolean =>
	typeof type === 'string' && (typeof user === 'string' || typeof group === 'string');

/**
 * Who has to do with an open task. No pages are named for the list (reference 4.6, T5).
 *
 * @param byId users and groups come by the directory's IDs (reference 3.5)
 * @throws NodeApiError when the service does not answer, or the task is not open any more
 */
export async function assignmentsOf(
	client: WorkflowClient,
	taskId: string,
	byId = false,
): Promise<Assignment[]> {
	const rows = await client.listAtOnce({
		base: 'runtime',
		path: pathOf(taskId),
		query: byId ? { includeUserIds: true, includeGroupIds: true } : {},
		subject: `the assignments of task ${taskId}`,
		isRow: isAssignment,
	});
	return rows.map(readAssignment);
}

const CANDIDATE_TYPES: ReadonlySet<string> = new Set([
	INFERRED.candidateType,
	...Object.values(INFERRED.otherCandidateTypes),
]);

/** Whether somebody of such a type may take a task (reference 5.5, U14). */
export const isCandidateType = (type = ''): boolean => CANDIDATE_TYPES.has(type);

const isOf = ({ user, group, type }: Assignment, wanted: Candidate): boolean =>
	isCandidateType(type) && ('user' in wanted ? sameUser(user, wanted.user) : group === wanted.group);

/** Whether somebody may take a task; either name or ID may have been entered (reference 3.5). */
export async function isCandidate(
	client: WorkflowClient,
	taskId: string,
	wanted: Candidate,
): Promise<boolean> {
	if ((await assignmentsOf(client, taskId)).some((one) => isOf(one, wanted))) return true;
	if ('user' in wanted && wanted.user.includes('@')) return false;
	return (await assignmentsOf(client, taskId, true)).some((one) => isOf(one, wanted));
}

/** A list in place of one object (U14). */
const acceptedList = givesIf(({ body }) => isNoBody(body) || isRecord(body) || areRows(body));

/**
 * Lets somebody take a task, or not any more (reference 4.6, T6 and T8). What the service wants to be told is not known (U14).
 *
 * @param done what will be true afterwards
 * @returns the change in every form that it may have, the likeliest first; the next one is for when the one before was refused as not understood. Each names in its body whom it is about: a removal without could empty the list
 */
export function candidateRequests(
	method: 'DELETE' | 'POST',
	taskId: string,
	wanted: Candidate,
	done: string,
): [WorkflowRequest, ...WorkflowRequest[]] {
	const request = {
		method,
		base: 'runtime',
		path: pathOf(taskId),
		subject: `the assignments of task ${taskId}`,
		gives: accepted,
		done,
	} as const;
	const link = { type: INFERRED.candidateType, ...wanted };
	const { user, group } = INFERRED.otherCandidateTypes;
	return [
		{ ...request, body: link },
		{ ...request, body: { ...link, type: 'user' in wanted ? user : group } },
		{ ...request, body: [link], gives: acceptedList },
	];
}
