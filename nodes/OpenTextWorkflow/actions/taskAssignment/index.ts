import { defineResource } from '../../../shared/operation';
import { add } from './add.operation';
import { getAll } from './getAll.operation';
import { remove } from './remove.operation';

export const taskAssignment = defineResource(
	{ name: 'Task Assignment', value: 'taskAssignment', description: 'Who may take a task, and who owns it' },
	[add, getAll, remove],
	getAll,
);
