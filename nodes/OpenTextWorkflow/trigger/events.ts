import type { Given } from '../../shared/record/given';
import { fingerprint } from '../../shared/fingerprint';
import { readCase, type Case } from '../transport/cases';
import { INFERRED } from '../transport/inferred';
import { parseTime } from '../transport/replies';
import { readTask, type Task } from '../transport/tasks';
import type { BASES } from '../transport/WorkflowClient';
import type { State } from './Held';

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
	/** How it stands, where that is the event, and not that it is there. */
	state?: State;
}

/** A list that shows events. */
export interface EventList {
	base: keyof typeof BASES;
	path: string;
	/** Fixed part of the query. */
	query: Readonly<Record<string, boolean>>;
	/** The list takes the key of a step; else it is compared here. */
	takesStep?: boolean;
	/** The name by which the list is sorted by the time of the event. */
	sort: string;
	/** As it is called in texts. */
	subject: string;
	/** What a row tells. @param clock the service's, in ms since 1970 @returns undefined where it is no matter of this event at all */
	read(row: Given, clock: number): Told | undefined;
}

/** A list of what happened, which takes bounds of the time in its query. */
interface BoundedList extends EventList {
	after: string;
	before: string;
}

/** What the trigger can wait for. */
export interface WorkflowEvent {
	/** The history, which also shows what began and ended between two polls (reference 7.3). */
	happened: BoundedList;
	/** The open tasks, where how they stand is the event. @param soon a time that lies ahead of every clock */
	standing?: EventList & { bounds(soon: string): Readonly<Record<string, string>> };
	/** A task that the filters do not want is known all the same, so that it is news when it comes back. */
	knowsAll?: true;
}

const CASES = { base: 'history', path: '/historic-process-instances' } as const;
const TASKS = { base: 'history', path: '/historic-task-instances', takesStep: true } as const;
const OPEN = { base: 'runtime', path: '/tasks', query: { includeProcessVariables: true } } as const;

const ENDED_TASKS = {
	...TASKS,
	query: { finished: true, includeProcessVariables: true },
	sort: INFERRED.historySort.taskEnd,
	after: 'taskCompletedAfter',
	before: 'taskCompletedBefore',
	subject: 'the list of completed tasks',
} as const;

/** Who holds a task, and since when. Nobody is a state too: who takes it afterwards does so anew. */
function holderOf({ assignee, claimTime }: Task): State {
	const since = parseTime(claimTime);
	const value = assignee ? fingerprint(assignee.toLowerCase()).slice(0, 16) : '';
	return { value, ...(value && since && { since }) };
}

const assigned = (task: Task, time: string | null): Told => ({
	id: task.id,
	of: { task },
	time,
	state: holderOf(task),
	...(!task.assignee && { isOther: true }),
});

/** A task whose due date had passed while it was open. @param until when it ended, or now; in ms since 1970 */
function overdue(task: Task, time: string | null, until: number): Told | undefined {
	const { id, dueDate } = task;
	if (dueDate === null || parseTime(dueDate) >= until) return undefined;
	return { id, of: { task }, time, state: { value: dueDate } };
}

export const EVENTS: Readonly<Record<string, WorkflowEvent>> = {
	caseEnded: {
		happened: {
			...CASES,
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
	},
	caseStarted: {
		happened: {
			...CASES,
			query: { excludeSubprocesses: true, includeProcessVariables: true },
			sort: INFERRED.historySort.caseStart,
			after: 'startedAfter',
			before: 'startedBefore',
			subject: 'the list of started cases',
			read: (row) => {
				const started = readCase(row);
				return { id: started.id, of: { case: started }, time: started.startTime };
			},
		},
	},
	taskAssigned: {
		happened: {
			...ENDED_TASKS,
			read: (row) => {
				const task = readTask(row);
				return assigned(task, task.endTime);
			},
		},
		standing: {
			...OPEN,
			sort: 'createTime',
			subject: 'the list of open tasks',
			bounds: () => ({}),
			read: (row) => {
				const task = readTask(row);
				return assigned(task, task.claimTime ?? task.createTime);
			},
		},
		knowsAll: true,
	},
	taskCompleted: {
		happened: {
			...ENDED_TASKS,
			read: (row) => {
				const task = readTask(row);
				// A task that a deadline or the end of its case withdrew was not completed (reference 5.11).
				return { id: task.id, of: { task }, time: task.endTime, isOther: task.cancelled };
			},
		},
	},
	taskCreated: {
		happened: {
			...TASKS,
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
	},
	taskOverdue: {
		happened: {
			...ENDED_TASKS,
			read: (row) => {
				const task = readTask(row);
				return overdue(task, task.endTime, parseTime(task.endTime));
			},
		},
		standing: {
			...OPEN,
			sort: 'dueDate',
			subject: 'the list of overdue tasks',
			bounds: (soon) => ({ dueBefore: soon }),
			read: (row, clock) => {
				const task = readTask(row);
				return overdue(task, task.dueDate, clock);
			},
		},
	},
};
