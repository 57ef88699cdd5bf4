import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation';
import { isDoubtful } from '../../../shared/send';
import { actionRequest, findTask, taskItem } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { readVariables, variableFields } from '../variableFields';
import { openTask, taskId } from './taskFields';

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
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Claim First As',
					name: 'assignee',
					type: 'string',
					default: '',
					placeholder: 'e.g. rita.reviewer@example.com',
					description: 'The user in whose name a task that nobody has claimed is completed',
				},
			],
		},
	],
	async execute(run, client) {
		const outcome = run.text('outcome');
		const variables = readVariables(run);
		const assignee = String(run.collection('options').assignee ?? '').trim();
		const task = await openTask(run, client);
		const id = String(task.id);
		if (task.delegationState === 'pending') {
			throw run.refuse({
				what: `Task ${id} is delegated to ${String(task.assignee)}, who has not answered yet`,
				next: 'It must be resolved before it can be completed. Nothing was changed.',
			});
		}
		if (!task.assignee) {
			if (!assignee) {
				throw run.refuse({
					what: `Task ${id} is not claimed by anybody`,
					next: 'Claim it first, or name a user under Options > Claim First As. Nothing was changed.',
				});
			}
			await client.send(actionRequest(id, { action: 'claim', assignee }));
		}
		return await completeOnce(client, id, {
			action: 'complete',
			...(outcome && { outcome }),
			...(variables.length && { variables }),
		});
	},
};

/** A completion is never sent twice: when its answer was lost, the history tells whether the task has ended. */
async function completeOnce(client: WorkflowClient, id: string, body: IDataObject): Promise<IDataObject> {
	const request = actionRequest(id, body);
	const { last } = await client.attempt(request);
	const done = 'headers' in last && last.status < 300;
	if (!done && !isDoubtful(last)) throw client.refusal(last, request);
	const after = await findTask(client, id);
	if (!done && !(after && 'ended' in after)) throw client.refusal(last, request);
	const item = after ? taskItem('ended' in after ? after.ended : after.open) : { taskId: id };
	return { completed: true, outcome: body.outcome ?? null, ...item };
}
