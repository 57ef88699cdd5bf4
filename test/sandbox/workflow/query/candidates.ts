import { findUser, sameUser } from '../directory';
import type { TaskRecord } from '../types';

const isCandidateUser = (task: TaskRecord, who: string) =>
	task.candidateUsers.some((candidate) => sameUser(candidate, who));

/** In the task's pool, by name or through a group; a task that somebody holds is in nobody's pool (reference 4.6). */
export const isCandidate = (task: TaskRecord, who: string): boolean =>
	task.assignee === null &&
	(isCandidateUser(task, who) ||
		(findUser(who)?.groups ?? []).some((group) => task.candidateGroups.includes(group)));

export const isCandidateGroup = (task: TaskRecord, groups: readonly string[]): boolean =>
	task.assignee === null && task.candidateGroups.some((group) => groups.includes(group));

/** Touched in any role. */
export const isInvolved = (task: TaskRecord, who: string): boolean =>
	sameUser(task.assignee, who) || sameUser(task.owner, who) || isCandidateUser(task, who);
