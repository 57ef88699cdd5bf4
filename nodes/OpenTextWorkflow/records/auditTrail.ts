import omit from 'lodash/omit';
import { object, orNull, text, whole, type Properties } from '../../shared/shape';
import type { Case } from '../transport/cases';
import type { Comment } from '../transport/comments';
import type { Activity, TaskAround } from '../transport/history';
import { INFERRED } from '../transport/inferred';
import { parseTime } from '../transport/replies';
import { caseItem } from './caseItem';

/** What happens to a case, in the order in which it stands where two things happened in one moment: what ends a task leads to the next step and its task. */
const EVENTS = [
	'caseStarted',
	'commentAdded',
	'taskCompleted',
	'taskWithdrawn',
	'stepReached',
	'taskCreated',
	'taskClaimed',
	'caseEnded',
	'caseTerminated',
] as const;

type AuditEvent = (typeof EVENTS)[number];

/** One line of the trail. */
export interface AuditEntry {
	order: number;
	at: string | null;
	event: AuditEvent;
	caseId: string | null;
	taskId: string | null;
	name: string | null;
	by: string | null;
	details: string | null;
}

export const AUDITED: Properties = {
	order: whole,
	at: orNull(text),
	event: text,
	caseId: orNull(text),
	taskId: orNull(text),
	name: orNull(text),
	by: orNull(text),
	details: orNull(text),
};

export const AUDIT_ENTRY = object(AUDITED);

/** Everything that a service tells of a case (reference 8.6). */
export interface CaseHistory {
	found: Case;
	called: readonly Case[];
	tasks: readonly TaskAround[];
	/** Each with the case that it is about. */
	comments: readonly Comment[];
	/** Empty where the service does not tell them. */
	activities: readonly Activity[];
}

type Line = Omit<AuditEntry, 'order'> & {
	/** It comes after its own task, which was created or claimed in the same moment. */
	isAfterItsTask?: boolean;
};

const line = (event: AuditEvent, at: string | null, more: Partial<Line> = {}): Line => ({
	at,
	event,
	caseId: null,
	taskId: null,
	name: null,
	by: null,
	details: null,
	...more,
});

function linesOfCase(found: Case): Line[] {
	const { caseId, name, startedAt, startedBy, ended, endedAt, endActivityId, cancelled, endReason } =
		caseItem(found);
	const of = { caseId, name };
	const end = line(cancelled ? 'caseTerminated' : 'caseEnded', endedAt, {
		...of,
		details: (cancelled ? endReason : endActivityId) ?? null,
	});
	return [line('caseStarted', startedAt, { ...of, by: startedBy }), ...(ended ? [end] : [])];
}

/** Who claimed it is told as whoever holds it now, or held it last: the service keeps no more (reference 5.11). */
function linesOfTask(task: TaskAround): Line[] {
	const { id, name = null, processInstanceId: caseId = null, assignee = null, candidates } = task;
	const of = { caseId, taskId: id, name };
	const isAfterItsTask = [task.createTime, task.claimTime].includes(task.endTime);
	const ended = task.cancelled
		? line('taskWithdrawn', task.endTime, { ...of, details: task.deleteReason ?? null, isAfterItsTask })
		: line('taskCompleted', task.endTime, { ...of, by: assignee, isAfterItsTask });
	return [
		line('taskCreated', task.createTime, { ...of, details: candidates.join(', ') || null }),
		...(task.claimTime === null ? [] : [line('taskClaimed', task.claimTime, { ...of, by: assignee })]),
		...(task.endTime === null ? [] : [ended]),
	];
}

const lineOfComment = ({ time, author, message, taskId, processInstanceId }: Comment): Line =>
	line('commentAdded', time, {
		caseId: processInstanceId ?? null,
		taskId: taskId ?? null,
		by: author ?? null,
		details: message ?? null,
	});

const lineOfStep = ({ activityId, activityName, activityType, ...step }: Activity): Line =>
	line('stepReached', step.startTime, {
		caseId: step.processInstanceId ?? null,
		name: activityName ?? activityId ?? null,
		details: activityType ?? null,
	});

const timeOf = ({ at }: Line): number => (at === null ? Number.POSITIVE_INFINITY : parseTime(at));

const rankOf = ({ event, isAfterItsTask }: Line): number =>
	EVENTS.indexOf(isAfterItsTask ? 'taskClaimed' : event);

const inOrder = (one: Line, other: Line): number => {
	const [first, second] = [timeOf(one), timeOf(other)];
	if (first !== second) return first < second ? -1 : 1;
	return rankOf(one) - rankOf(other);
};

/** Everything that happened to a case, in the order in which it happened; what has no time comes last. */
export function auditTrail({ found, called, tasks, comments, activities }: CaseHistory): AuditEntry[] {
	const said = [
		...comments,
		...tasks.flatMap(({ processInstanceId = found.id, comments: ofTask }) =>
			ofTask.map((comment) => ({ processInstanceId, ...comment })),
		),
	];
	const once = [...new Map(said.map((comment) => [comment.id, comment])).values()];
	const { stepsToldElsewhere } = INFERRED;
	return [
		...[found, ...called].flatMap(linesOfCase),
		...tasks.flatMap(linesOfTask),
		...once.map(lineOfComment),
		...activities
			.filter(({ activityType = '' }) => !stepsToldElsewhere.includes(activityType))
			.map(lineOfStep),
	]
		.sort(inOrder)
		.map((entry, index) => ({ order: index + 1, ...omit(entry, 'isAfterItsTask') }));
}
