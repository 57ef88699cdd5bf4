import { createOnce } from '../../shared/createOnce';
import type { Advice } from '../../shared/errorText';
import type { ItemRun } from '../../shared/itemRun';
import { isRecord } from '../../shared/isRecord';
import {
	commentInput,
	commentsOf,
	commentsPath,
	readComment,
	type Comment,
	type Owner,
} from '../transport/comments';
import { accepted, record } from '../transport/dialect';
import { isFinalRefusal, isInDoubt } from '../transport/replies';
import type { WorkflowClient, WorkflowRequest } from '../transport/WorkflowClient';
import { removeOnce } from './removeOnce';

type Asking = Pick<ItemRun, 'functions' | 'refuse'>;

/** What is told when a task is there, but no comment can be put on it or taken from it: that tasks have comments of their own is inferred (reference 4.10, U17). */
const notOnTasks = (id: string): Advice => ({
	what: `Workflow Service does not let comments be written on task ${id}`,
	next: 'Put the comment on the case of the task instead.',
});

/** Whether a task has no such path, although it is still open. */
async function lacksComments(client: WorkflowClient, { kind, id }: Owner): Promise<boolean> {
	if (kind !== 'task') return false;
	const open = { base: 'runtime', path: `/tasks/${encodeURIComponent(id)}`, subject: `task ${id}` } as const;
	return (await client.find(open, id)) !== undefined;
}

/**
 * Puts a comment on a running case or an open task. One whose answer was lost is looked for among those that were not there before; people may well write the same text twice.
 *
 * @throws NodeApiError when the service refuses it, or nobody knows whether it is there; NodeOperationError when tasks have no comments here
 */
export async function addComment(
	run: Asking,
	client: WorkflowClient,
	owner: Owner,
	message: string,
): Promise<Comment> {
	const before = new Set((await commentsOf(client, owner)).map(({ id }) => id));
	const request: WorkflowRequest = {
		method: 'POST',
		base: 'runtime',
		path: commentsPath(owner),
		body: commentInput(message),
		gives: record(),
		subject: `a comment on ${owner.kind} ${owner.id}`,
		done: `a comment was put on ${owner.kind} ${owner.id}`,
	};
	const result = await createOnce(run.functions, {
		send: async () => await client.tryRequest(request),
		made: ({ body }) => readComment(isRecord(body) ? body : {}),
		lookUp: async () =>
			(await commentsOf(client, owner)).find((one) => one.message === message && !before.has(one.id)),
		isFinal: isFinalRefusal,
	});
	if ('made' in result) return result.made;
	const { refused } = result;
	if (refused.status === 404 && (await lacksComments(client, owner))) throw run.refuse(notOnTasks(owner.id));
	throw client.refusal(refused, request);
}

/**
 * Takes a comment away that is there.
 *
 * @returns whether this did it; false when somebody else was faster
 * @throws NodeApiError when the service refuses it, or nobody knows whether it was carried out; NodeOperationError when tasks have no comments here
 */
export async function removeComment(
	run: Asking,
	client: WorkflowClient,
	owner: Owner,
	commentId: string,
): Promise<boolean> {
	const request: WorkflowRequest = {
		method: 'DELETE',
		base: 'runtime',
		path: `${commentsPath(owner)}/${encodeURIComponent(commentId)}`,
		gives: accepted,
		subject: `comment ${commentId} of ${owner.kind} ${owner.id}`,
		done: `comment ${commentId} was deleted`,
	};
	const removal = await removeOnce(run.functions, client, {
		request,
		isThere: async () => (await commentsOf(client, owner)).some(({ id }) => id === commentId),
		what: `comment ${commentId}`,
		all: 'comments',
	});
	if ('ours' in removal) return removal.ours;
	const { refused } = removal;
	if (!isInDoubt(refused) && (await lacksComments(client, owner))) throw run.refuse(notOnTasks(owner.id));
	throw client.refusal(refused, request);
}
