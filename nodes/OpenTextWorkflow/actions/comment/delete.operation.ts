import type { Operation } from '../../../shared/operation';
import { locatorOf, picked } from '../../../shared/record/locator';
import { flag, object } from '../../../shared/shape';
import { comment, COMMENT_LOCATOR, commentItem } from '../../records/comment';
import { removeComment } from '../../records/writeComment';
import { commentsOf } from '../../transport/comments';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { openOwnerOfItem, ownerFields } from '../ownerFields';

export const deleteComment: Operation<WorkflowClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Take one comment away from a running case or an open task',
		action: 'Delete a comment',
	},
	effect: 'change',
	output: object({ deleted: flag, ...comment }),
	fields: [...ownerFields, locatorOf(COMMENT_LOCATOR)],
	async execute(run, client) {
		const { value: id } = picked(run, COMMENT_LOCATOR);
		const owner = await openOwnerOfItem(run, client, 'so its comments stay');
		const found = (await commentsOf(client, owner)).find((one) => one.id === id);
		if (found) return { deleted: await removeComment(run, client, owner, id), ...commentItem(owner, found) };
		throw run.refuse({
			what: `${owner.kind === 'case' ? 'Case' : 'Task'} ${owner.id} has no comment ${id}`,
			next: 'Choose it from the list; it may have been deleted already.',
		});
	},
};
