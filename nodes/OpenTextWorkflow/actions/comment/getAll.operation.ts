import { returnAllAndLimit } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { object } from '../../../shared/shape';
import { comment, commentItem } from '../../records/comment';
import { commentsOf } from '../../transport/comments';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { ownerFields, ownerOfItem } from '../ownerFields';

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the comments of a case or a task, running or ended, the oldest first',
		action: 'Get many comments',
	},
	effect: 'read',
	output: object(comment),
	fields: [...ownerFields, ...returnAllAndLimit],
	async execute(run, client) {
		const limit = run.limit();
		const owner = await ownerOfItem(run, client);
		const all = await commentsOf(client, owner);
		return all.slice(0, limit).map((one) => commentItem(owner, one));
	},
};
