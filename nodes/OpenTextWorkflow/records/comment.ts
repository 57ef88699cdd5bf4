import type { LocatorTable } from '../../shared/record/locator';
import { orNull, text, type Properties } from '../../shared/shape';
import type { Comment, Owner } from '../transport/comments';

/** A comment as every operation gives it (reference 5.6). */
export const comment: Properties = {
	commentId: text,
	message: orNull(text),
	author: orNull(text),
	createdAt: orNull(text),
	caseId: orNull(text),
	taskId: orNull(text),
};

/** @param owner where it was found: what it does not tell of that is known */
export const commentItem = ({ kind, id }: Pick<Owner, 'kind' | 'id'>, one: Comment) => ({
	commentId: one.id,
	message: one.message ?? null,
	author: one.author ?? null,
	createdAt: one.time,
	caseId: kind === 'case' ? id : (one.processInstanceId ?? null),
	taskId: kind === 'task' ? id : (one.taskId ?? null),
});

export const COMMENT_LOCATOR: LocatorTable = {
	name: 'commentId',
	label: 'Comment',
	description: 'The comment to delete',
	search: 'searchComments',
	like: 'c0ffee00-3391-11ea-b509-eeee0affefe7',
};
