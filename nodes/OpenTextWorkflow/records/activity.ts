import { amount, object, orNull, text } from '../../shared/shape';
import type { Activity } from '../transport/history';

/** A step that a case took, as it comes out (reference 5.12). */
export const ACTIVITY = object({
	activityInstanceId: text,
	activityId: orNull(text),
	name: orNull(text),
	type: orNull(text),
	caseId: orNull(text),
	taskId: orNull(text),
	calledCaseId: orNull(text),
	assignee: orNull(text),
	startedAt: orNull(text),
	endedAt: orNull(text),
	durationMs: orNull(amount),
});

export const activityItem = (activity: Activity) => ({
	activityInstanceId: activity.id,
	activityId: activity.activityId ?? null,
	name: activity.activityName ?? null,
	type: activity.activityType ?? null,
	caseId: activity.processInstanceId ?? null,
	taskId: activity.taskId ?? null,
	calledCaseId: activity.calledProcessInstanceId ?? null,
	assignee: activity.assignee ?? null,
	startedAt: activity.startTime,
	endedAt: activity.endTime,
	durationMs: activity.durationInMillis ?? null,
});
