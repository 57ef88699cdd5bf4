import type { Given } from '../../shared/record/given';
import { readCase, type Case } from '../transport/cases';
import { INFERRED } from '../transport/inferred';
import { readTask, type Task } from '../transport/tasks';

/** What the trigger can wait for. All are read from the history, which also shows what began and ended between two polls (reference 7.3). */
export interface WorkflowEvent {
	path: string;
	/** Fixed part of the query. */
	query: Readonly<Record<string, boolean>>;
	/** The name by which the list is sorted by the time of the event. */
	sort: string;
	/** Names of the bounds in the query. */
	after: string;
	before: string;
	subject: string;
	/** What a row of the list tells. */
	read(row: Given): Told;
}

/** What a row tells of: a case or a task. */
export type Subject = { case: Case } | { task: Task };

interface Told {
	/** Empty when it does not name itself. */
	id: string;
	of: Subject;
	/** When it happened, as the service tells it; null when it does not. */
	time: string | null;
	/** It fits the query but is no such event. */
	isOther?: boolean;
}

const CASES = '/historic-process-instances';
const TASKS = '/historic-task-instances';

export const EVENTS: Readonly<Record<string, WorkflowEvent>> = {
	caseEnded: {
		path: CASES,
		query: { finished: true, excludeSubprocesses: true, includeProcessVariables: true },
		sort: INFERRED.historySort.caseEnd,
		after: 'finishedAfter',
		before: 'finishedBefore',
		subject: 'the list of ended cases',
		read: (row) => {
			const ended = readCase(row);
			return { id: ended.id, of: { case: ended }, time: ended.endTime };
		},
	},
	taskCompleted: {
		path: TASKS,
		query: { finished: true, includeProcessVariables: true },
		sort: INFERRED.historySort.taskEnd,
		after: 'taskCompletedAfter',
		before: 'taskCompletedBefore',
		subject: 'the list of completed tasks',
		read: (row) => {
			const task = readTask(row);
			// A task that a deadline or the end of its case withdrew was not completed (reference 5.11).
			return { id: task.id, of: { task }, time: task.endTime, isOther: task.cancelled };
		},
	},
	taskCreated: {
		path: TASKS,
		query: { includeProcessVariables: true },
		sort: INFERRED.historySort.taskStart,
		after: 'taskCreatedAfter',
		before: 'taskCreatedBefore',
		subject: 'the list of new tasks',
		read: (row) => {
			const task = readTask(row);
			return { id: task.id, of: { task }, time: task.createTime };
		},
	},
};
