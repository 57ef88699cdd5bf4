import { object, orNull, text, type Properties } from '../../shared/shape';
import type { Assignment } from '../transport/assignments';

/** One person or group of a task, as every operation gives it (reference 5.5). */
export const assignment: Properties = {
	taskId: text,
	type: orNull(text),
	user: orNull(text),
	group: orNull(text),
};

export const ASSIGNMENT = object(assignment);

export const assignmentItem = (taskId: string, { type, user, group }: Assignment) => ({
	taskId,
	type: type ?? null,
	user: user ?? null,
	group: group ?? null,
});
