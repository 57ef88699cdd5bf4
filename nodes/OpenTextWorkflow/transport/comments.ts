import { unreadable } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn, type Given } from '../../shared/record/given';
import { text } from '../../shared/shape';
import { INFERRED } from './inferred';
import { hasId, idOf, idOrNumber, isoTime, parseTime } from './replies';
import type { ListRequest, ReadRequest, WorkflowClient } from './WorkflowClient';

/** What comments and other things lie with: a case or a task, running or ended. */
export interface Owner {
	kind: 'case' | 'task';
	id: string;
	ended: boolean;
}

/** A comment as it is sent (reference 5.6, CommentInput). */
export const commentInput = (message: string) => ({ message, type: 'comment', includeUserIds: false });

/** What is looked at of a comment (reference 5.6). */
const COMMENT = {
	id: idOrNumber,
	author: text,
	message: text,
	time: text,
	processInstanceId: text,
	taskId: text,
};

export function readComment(given: Given) {
	const fields = fieldsIn(COMMENT, given);
	return { ...fields, id: idOf(fields) ?? '', time: isoTime(fields.time) };
}

export type Comment = ReturnType<typeof readComment>;

/** Comments of a task are inferred, but for reading them with the task (reference 4.4, 4.10, U17). */
const PATHS = { case: '/process-instances', task: '/tasks' } as const;

/** Where a running case or an open task is found. */
export const ownerPath = ({ kind, id }: Pick<Owner, 'kind' | 'id'>): string =>
	`${PATHS[kind]}/${encodeURIComponent(id)}`;

/** Where comments lie below it (reference 4.4). */
const COMMENTS = { case: 'comments', task: INFERRED.taskComments } as const;

/** Where its comments are kept. */
export const commentsPath = (owner: Owner): string => `${ownerPath(owner)}/${COMMENTS[owner.kind]}`;

type Row = Pick<ListRequest, 'base' | 'path' | 'query'>;

/** The lists whose rows have the comments of one that has ended (reference 4.9, H1, H3). */
const IN_HISTORY: Readonly<Record<Owner['kind'], (id: string) => Row>> = {
	case: (id) => ({
		base: 'history',
		path: '/historic-process-instances',
		query: { processInstanceId: id, includeProcessComments: true },
	}),
	task: (id) => ({
		base: 'history',
		path: '/historic-task-instances',
		query: { taskId: id, includeTaskComments: true },
	}),
};

const inside = (row: Given): Given[] => {
	const comments: unknown = Reflect.get(row, 'comments');
	return Array.isArray(comments) ? comments.filter(isRecord) : [];
};

async function rowsOf(client: WorkflowClient, owner: Owner): Promise<Given[]> {
	const { kind, id, ended } = owner;
	const subject = `the comments of ${kind} ${id}`;
	if (ended) {
		const [row] = await client.list({ ...IN_HISTORY[kind](id), subject, isRow: hasId, ofTenant: true }, 1);
		if (row && readComment(row).id === id) return inside(row);
		// It has ended, as its history said before: that its row is missing does not say that nobody wrote anything.
		throw client.failure(unreadable('nothing', { status: 200, headers: {}, body: '' }), {
			what: `The history of Workflow Service does not show ${subject}`,
			next: 'Run again in a while.',
		});
	}
	if (kind === 'case') {
		const path = commentsPath(owner);
		return await client.list({ base: 'runtime', path, subject, ofTenant: true, isRow: hasId });
	}
	// The specification shows them with the task (reference 4.6, T2); a list of their own is inferred.
	const one: ReadRequest = {
		base: 'runtime',
		path: `${PATHS.task}/${encodeURIComponent(id)}`,
		query: { includeTaskComments: true },
		subject,
	};
	return inside(await client.get(one, id));
}

/**
 * The comments of a case or a task, running or ended, the oldest first.
 *
 * @throws NodeApiError when the service does not answer
 */
export async function commentsOf(client: WorkflowClient, owner: Owner): Promise<Comment[]> {
	const all = (await rowsOf(client, owner)).map(readComment);
	return all.sort((a, b) => (parseTime(a.time) || 0) - (parseTime(b.time) || 0));
}
