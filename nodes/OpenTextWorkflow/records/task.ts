import pick from 'lodash/pick';
import { flag, object, orNull, text, whole, type Properties } from '../../shared/shape';

/** A task as every operation gives it. */
const task: Properties = {
	taskId: text,
	name: orNull(text),
	taskDefinitionKey: orNull(text),
	caseId: orNull(text),
	assignee: orNull(text),
	owner: orNull(text),
	priority: orNull(whole),
	createdAt: orNull(text),
	claimedAt: orNull(text),
	dueAt: orNull(text),
	endedAt: orNull(text),
	cancelled: flag,
	suspended: flag,
	variables: object(),
};

export const TASK = object({ open: flag, ...task });
export const CLAIMED = object({ claimed: flag, ...task });
export const COMPLETED = object({ completed: flag, outcome: orNull(text), ...task });

/** In a list. */
export const TASK_ROW = object(
	pick(task, [
		'taskId',
		'name',
		'taskDefinitionKey',
		'caseId',
		'assignee',
		'priority',
		'createdAt',
		'dueAt',
		'suspended',
		'variables',
	]),
);
