import type { IDataObject } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { isDoubtful } from '../../../shared/send';
import { pause } from '../../../shared/wait';
import { INFERRED } from '../../transport/inferred';
import { isFinalRefusal } from '../../transport/replies';
import { actionRequest, findTask, sameUser, taskItem, type FoundTask } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { readVariables, variableFields } from '../variableFields';
import { claimFor } from './claiming';
import { alreadyEnded, openTask, taskId } from './taskFields';

/** How often a completion is sent whose ending is not known while the task stays open. */
const TURNS = 3;

export const complete: Operation<WorkflowClient> = {
	option: {
		name: 'Complete',
		value: 'complete',
		description: 'Finish a task with an outcome, so that its case goes on',
		action: 'Complete a task',
	},
	fields: [
		taskId,
		{
			displayName: 'Outcome',
			name: 'outcome',
			type: 'string',
			default: '',
			placeholder: 'e.g. approved',
			description:
				'The value of one of the outcomes that the process model offers (not its label); empty for a task without outcomes',
		},
		...variableFields,
		optionsCollection([
			{
				displayName: 'Claim First As',
				name: 'assignee',
				type: 'string',
				default: '',
				placeholder: 'e.g. rita.reviewer@example.com',
				description: 'The user in whose name a task that nobody has claimed is completed',
			},
		]),
	],
	async execute(run, client) {
		const outcome = run.text('outcome');
		const variables = readVariables(run);
		const assignee = String(run.collection('options').assignee ?? '').trim();
		const open = await openTask(run, client);
		const id = String(open.id);
		refuseWrongState(run, open);
		const { task } = assignee ? await claimFor(run, client, open, assignee) : { task: open };
		if (!task.assignee) {
			throw run.refuse({
				what: `Task ${id} is not claimed by anybody`,
				next: 'Claim it first, or name a user under Options > Claim First As. Nothing was changed.',
			});
		}
		const ended = await completeOnce(run, client, task, {
			action: 'complete',
			...(outcome && { outcome }),
			...(variables.length && { variables }),
		});
		return { completed: true, outcome: outcome || null, ...taskItem(ended) };
	},
};

/** The service would answer with 500, which says nothing to a user (reference 3.7). */
function refuseWrongState(run: ItemRun, { id, assignee, delegationState, suspended }: IDataObject): void {
	if (delegationState === 'pending') {
		throw run.refuse({
			what: `Task ${String(id)} is delegated to ${String(assignee)}, who has not answered yet`,
			next: 'It must be resolved before it can be completed. Nothing was changed.',
		});
	}
	if (suspended === true) {
		throw run.refuse({
			what: `The case of task ${String(id)} is suspended`,
			next: 'Resume the case first. Nothing was changed.',
		});
	}
}

/**
 * A task ends once: when an answer was lost, the task itself tells whether it is still open, and only then is the completion sent again. An end by the same
 * person is taken for ours, one by another is not.
 *
 * @returns the task as the history keeps it, or as it was when the history does not show it yet
 */
async function completeOnce(
	run: ItemRun,
	client: WorkflowClient,
	task: IDataObject,
	body: IDataObject,
): Promise<IDataObject> {
	const id = String(task.id);
	const request = actionRequest(id, body);
	let doubted = false;
	for (let turn = 1; ; turn++) {
		const { last } = await client.attempt(request);
		if ('headers' in last && last.status < 300) return endedPart(await findTask(client, id)) ?? task;
		const doubtful = isDoubtful(last) && !isFinalRefusal(last);
		if (!doubtful && last.status !== 404) throw client.refusal(last, request);
		doubted ||= doubtful;
		await pause(run.functions, INFERRED.historyLagMs);
		const after = await findTask(client, id);
		if (after && 'open' in after && doubtful && turn < TURNS) continue;
		const ended = endedPart(after);
		const byUs = ended ? !ended.deleteReason && sameUser(ended.assignee, task.assignee) : !after;
		if (doubted && byUs) return ended ?? task;
		throw ended ? alreadyEnded(run, ended) : client.refusal(last, request);
	}
}

const endedPart = (found: FoundTask | undefined): IDataObject | undefined =>
	found && 'ended' in found ? found.ended : undefined;
