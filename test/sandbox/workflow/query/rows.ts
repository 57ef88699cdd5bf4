import type { CaseRecord, ModelRecord, TaskRecord } from '../types';

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
