import type { Operation } from '../../../shared/operation';
import { UNCLAIMED } from '../../records/task';
import { taskItem } from '../../records/taskItem';
import { actionRequest, sameUser } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { changeTask } from './changing';
import {
	heldByOption,
	openTask,
	refuseDelegated,
	refuseOther,
	refuseSuspended,
	taskLocator,
} from './taskFields';

export const unclaim: Operation<WorkflowClient> = {
	option: {
		name: 'Unclaim',
		value: 'unclaim',
		description:
			'Give a task back, so that its candidates see it again; one that nobody holds is left as it is',
		action: 'Unclaim a task',
	},
	effect: 'change',
	output: UNCLAIMED,
	fields: [taskLocator, heldByOption],
	async execute(run, client) {
		const open = await openTask(run, client);
		if (!open.assignee) return { unclaimed: false, ...taskItem(open) };
		refuseDelegated(run, open, 'given back');
		refuseSuspended(run, open);
		await refuseOther(run, client, open);
		const { made, task } = await changeTask(run, client, open.id, {
			request: actionRequest(open.id, { action: 'unclaim' }, `task ${open.id} was given back`),
			called: 'the return',
			unseen: 'that nobody holds it',
			// A candidate may take it at once.
			isMade: ({ assignee }) => !sameUser(assignee, open.assignee),
		});
		return { unclaimed: made, ...taskItem(task) };
	},
};
