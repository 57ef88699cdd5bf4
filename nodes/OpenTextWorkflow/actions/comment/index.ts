import { defineResource } from '../../../shared/operation';
import { create } from './create.operation';
import { deleteComment } from './delete.operation';
import { getAll } from './getAll.operation';

export const comment = defineResource(
	{ name: 'Comment', value: 'comment', description: 'What somebody wrote about a case or a task' },
	[create, deleteComment, getAll],
	getAll,
);
