import type { Operation } from '../../../shared/operation';
import { askedChange, changedValues } from '../../../shared/record/changed';
import type { Entered } from '../../../shared/record/field';
import { UPDATED, writtenTask } from '../../records/task';
import { taskItem } from '../../records/taskItem';
import { parseTime } from '../../transport/replies';
import { changeRequest, type Task } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { changeTask } from './changing';
import { openTask, refuseSuspended, taskLocator } from './taskFields';

export const update: Operation<WorkflowClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change what an open task is kept with, such as its due date; the rest stays',
		action: 'Update a task',
	},
	effect: 'change',
	output: UPDATED,
	fields: [taskLocator, ...askedChange(writtenTask)],
	async execute(run, client) {
		const values = changedValues(run, writtenTask);
		const open = await openTask(run, client);
		if (stands(open, values)) return { updated: false, ...taskItem(open) };
		refuseSuspended(run, open);
		const { made, task } = await changeTask(run, client, open.id, {
			request: changeRequest(open.id, values, `task ${open.id} was changed`),
			called: 'the change',
			unseen: 'it',
			isMade: (after) => stands(after, values),
		});
		return { updated: made, ...taskItem(task) };
	},
};

/** Whether the task is kept with these values; the service may write a time in another zone than it was sent in (reference 3.6). */
const stands = (task: Task, values: Entered): boolean =>
	Object.entries(values).every(([name, value]) => {
		const kept: unknown = Reflect.get(task, name) ?? null;
		return kept === value || (name === 'dueDate' && parseTime(kept) === parseTime(value));
	});
