import { flag, text, user, type Filters } from './filters';
import type { ActivityRow } from './rows';
import type { Sorts } from './select';

/** The task of a step in which people work. */
export const taskOfStep = ({ record, step }: ActivityRow) =>
	record.tasks.find(({ engineExecutionId }) => engineExecutionId === step.engineExecutionId);

/** Filters of `GET /historic-activity-instances`, those of the engine behind the service (reference 4.10, inferred there). */
export const ACTIVITY_FILTERS: Filters<ActivityRow> = {
	activityId: text(({ step }) => step.activityId),
	activityInstanceId: text(({ step }) => step.id),
	activityName: text(({ step }) => step.activityName),
	activityType: text(({ step }) => step.activityType),
	finished: flag(({ step }) => step.endTime !== null),
	processDefinitionId: text(({ model }) => model.processDefinitionId),
	processInstanceId: text(({ record }) => record.id),
	taskAssignee: user((row) => taskOfStep(row)?.assignee ?? null),
};

export const ACTIVITY_SORTS: Sorts<ActivityRow> = {
	activityId: ({ step }) => step.activityId,
	activityName: ({ step }) => step.activityName,
	activityType: ({ step }) => step.activityType,
	startTime: ({ step }) => step.startTime,
	endTime: ({ step }) => step.endTime,
	processInstanceId: ({ record }) => record.id,
};
