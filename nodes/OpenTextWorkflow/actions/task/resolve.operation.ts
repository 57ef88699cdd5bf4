import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { RESOLVED } from '../../records/task';
import { taskItem } from '../../records/taskItem';
import { actionRequest, type Task } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { readVariables } from '../readVariables';
import { variableFields } from '../variableFields';
import { changeTask } from './changing';
import { keeps } from './keeps';
import { heldByOption, openTask, refuseOther, refuseSuspended, taskLocator, titleOf } from './taskFields';

export const resolve: Operation<WorkflowClient> = {
	option: {
		name: 'Resolve',
		value: 'resolve',
		description: 'Finish work on a delegated task, so that it comes back to its owner',
		action: 'Resolve a delegated task',
	},
	effect: 'change',
	output: RESOLVED,
	fields: [taskLocator, ...variableFields, heldByOption],
	async execute(run, client) {
		const variables = readVariables(run);
		const open = await openTask(run, client);
		if (open.delegationState !== 'pending') {
			if (open.delegationState !== 'resolved') throw notDelegated(run, open);
			if (!keeps(open, variables)) throw resolvedOtherwise(run, open);
			return { resolved: false, ...taskItem(open) };
		}
		refuseSuspended(run, open);
		await refuseOther(run, client, open);
		const { made, task } = await changeTask(run, client, open.id, {
			request: actionRequest(
				open.id,
				{ action: 'resolve', ...(variables.length && { variables }) },
				`task ${open.id} was resolved`,
			),
			called: 'the answer',
			unseen: 'that it came back to its owner',
			// Without a good answer, the delegate may have resolved it by hand.
			isMade: (after, isGood) =>
				after.delegationState === 'resolved' &&
				(isGood || keeps(after, variables) || resolvedOtherwise(run, after)),
		});
		return { resolved: made, ...taskItem(task) };
	},
};

const notDelegated = (run: ItemRun, task: Task) =>
	run.refuse({
		what: `${titleOf(task)} is not delegated to anybody`,
		next: 'Complete it, or delegate it first.',
	});

const resolvedOtherwise = (run: ItemRun, task: Task) =>
	run.refuse({
		what: `${titleOf(task)} was already resolved, with other values than those of this item`,
		next: 'Somebody may have been faster. Set the variables of the case instead, if they are still wanted.',
	});
