import type { ActivityRecord, CaseRecord, ModelRecord, TaskRecord } from '../types';

/** A case together with its model: what queries and answers look at. */
export interface CaseRow {
	record: CaseRecord;
	model: ModelRecord;
}

/** A task together with its case and model. */
export interface TaskRow extends CaseRow {
	task: TaskRecord;
}

export const tasksOf = ({ record, model }: CaseRow): TaskRow[] =>
	record.tasks.map((task) => ({ record, model, task }));

/** A step of a case together with the case and its model. */
export interface ActivityRow extends CaseRow {
	step: ActivityRecord;
}

export const activitiesOf = ({ record, model }: CaseRow): ActivityRow[] =>
	record.activities.map((step) => ({ record, model, step }));
