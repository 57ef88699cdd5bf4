import type { IDataObject } from 'n8n-workflow';
import { INFERRED } from '../transport/inferred';

/** What the trigger can wait for. All are read from the history, which also shows what began and ended between two polls (reference 7.3). */
export interface WorkflowEvent {
	path: string;
	/** Fixed part of the query. */
	query: IDataObject;
	/** The field of a record that says when it happened; also its sort name. */
	time: string;
	/** Names of the bounds in the query. */
	after: string;
	before: string;
	subject: string;
	/** Records that fit the query but are not such an event. */
	skip?(record: IDataObject): boolean;
}

const CASES = '/historic-process-instances';
const TASKS = '/historic-task-instances';

export const EVENTS: Readonly<Record<string, WorkflowEvent>> = {
	caseEnded: {
		path: CASES,
		query: { finished: true, excludeSubprocesses: true, includeProcessVariables: true },
		time: INFERRED.historySort.caseEnd,
		after: 'finishedAfter',
		before: 'finishedBefore',
		subject: 'the list of ended cases',
	},
	taskCompleted: {
		path: TASKS,
		query: { finished: true, includeProcessVariables: true },
		time: INFERRED.historySort.taskEnd,
		after: 'taskCompletedAfter',
		before: 'taskCompletedBefore',
		subject: 'the list of completed tasks',
		// A task that a deadline or the end of its case withdrew was not completed (reference 5.11).
		skip: ({ deleteReason }) => Boolean(deleteReason),
	},
	taskCreated: {
		path: TASKS,
		query: { includeProcessVariables: true },
		time: INFERRED.historySort.taskStart,
		after: 'taskCreatedAfter',
		before: 'taskCreatedBefore',
		subject: 'the list of new tasks',
	},
};
