import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { DELEGATED } from '../../records/task';
import { taskItem } from '../../records/taskItem';
import { actionRequest, isHeldBy, type Task } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { changeTask } from './changing';
import {
	assigneeField,
	heldByOption,
	openTask,
	readAssignee,
	refuseOther,
	refuseSuspended,
	taskLocator,
	titleOf,
} from './taskFields';

export const delegate: Operation<WorkflowClient> = {
	option: {
		name: 'Delegate',
		value: 'delegate',
		description: 'Ask another person to work on a task, which comes back to its holder when it is resolved',
		action: 'Delegate a task',
	},
	effect: 'change',
	output: DELEGATED,
	fields: [taskLocator, assigneeField, heldByOption],
	async execute(run, client) {
		const assignee = readAssignee(run);
		const open = await openTask(run, client);
		const isDelegated = async (task: Task) =>
			task.delegationState === 'pending' && (await isHeldBy(client, task, assignee));
		if (await isDelegated(open)) return { delegated: false, ...taskItem(open) };
		if (open.delegationState === 'pending') throw delegatedToOther(run, open);
		refuseSuspended(run, open);
		await refuseOther(run, client, open);
		const { made, task } = await changeTask(run, client, open.id, {
			request: actionRequest(
				open.id,
				{ action: 'delegate', assignee },
				`task ${open.id} was delegated to ${assignee}`,
			),
			called: 'the delegation',
			unseen: `that it lies with ${assignee}`,
			// Whoever was asked may have answered before it was looked at, which gives the task back, and does not say who it was.
			isMade: async (task, isGood) => (await isDelegated(task)) || (isGood && isAnswered(task, open)),
		});
		return { delegated: made, ...taskItem(task) };
	},
};

/** Whether a delegation began and ended since the task stood as it did before (reference 4.6, T4). */
const isAnswered = (task: Task, before: Task): boolean =>
	task.delegationState === 'resolved' && before.delegationState !== 'resolved';

const delegatedToOther = (run: ItemRun, task: Task) =>
	run.refuse({
		what: `${titleOf(task)} is already delegated to ${String(task.assignee)}`,
		next: 'Let that person resolve it first.',
	});
