import { DATE_STYLES, formatTime } from './dates';
import { showUser } from './directory';
import { taskOfStep } from './query/activityQuery';
import type { ActivityRow } from './query/rows';
import type { View } from './representations';

/** Reference 5.12. */
export function showActivity(row: ActivityRow, view: View) {
	const { record, model, step } = row;
	const task = taskOfStep(row);
	const style = DATE_STYLES.historicTask;
	return {
		id: step.id,
		activityId: step.activityId,
		activityName: step.activityName,
		activityType: step.activityType,
		processDefinitionId: model.processDefinitionId,
		processInstanceId: record.id,
		executionId: step.executionId,
		taskId: task?.id ?? null,
		calledProcessInstanceId: null,
		assignee: task ? showUser(task.assignee, view.userIds) : null,
		startTime: formatTime(step.startTime, style),
		endTime: formatTime(step.endTime, style),
		durationInMillis: step.endTime === null ? null : step.endTime - step.startTime,
		tenantId: '',
	};
}
