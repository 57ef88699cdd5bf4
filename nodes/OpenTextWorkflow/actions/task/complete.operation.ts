import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { isMissing } from '../../../shared/values';
import { taskItem } from '../../records/taskItem';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { readVariables } from '../readVariables';
import { variableFields } from '../variableFields';
import { claimFor } from './claiming';
import { completeOnce } from './completing';
import { openTask, refuseDelegated, refuseSuspended, taskLocator } from './taskFields';
import { COMPLETED } from '../../records/task';

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Claim First As',
		name: 'assignee',
		type: 'string',
		default: '',
		placeholder: 'e.g. rita.reviewer@example.com',
		description: 'Who completes a task that nobody has claimed',
	},
];

export const complete: Operation<WorkflowClient> = {
	option: {
		name: 'Complete',
		value: 'complete',
		description: 'Finish a task with an outcome, so that its case goes on',
		action: 'Complete a task',
	},
	effect: 'change',
	output: COMPLETED,
	fields: [
		taskLocator,
		{
			displayName: 'Outcome',
			name: 'outcome',
			type: 'string',
			default: '',
			placeholder: 'e.g. approved',
			description:
				'The value (not the label) of an outcome that the model offers; empty for a task without outcomes',
		},
		...variableFields,
		optionsCollection(OPTIONS),
	],
	async execute(run, client) {
		const outcome = readOutcome(run);
		const variables = readVariables(run);
		const { assignee } = run.fields('options', OPTIONS);
		const open = await openTask(run, client);
		refuseDelegated(run, open, 'completed');
		refuseSuspended(run, open);
		const { task } = assignee ? await claimFor(run, client, open, String(assignee)) : { task: open };
		if (!task.assignee) {
			throw run.refuse({
				what: `Task ${open.id} is not claimed by anybody`,
				next: 'Claim it first, or name a user under Options > Claim First As.',
			});
		}
		const ended = await completeOnce(run, client, task, { outcome, variables });
		return { completed: true, outcome: outcome || null, ...taskItem(ended) };
	},
};

/** A task may be without an outcome, but not because an expression came to nothing. */
function readOutcome(run: ItemRun): string {
	const entered: unknown = run.functions.getNodeParameter('outcome', run.index, '');
	if (!isMissing(entered)) return run.text('outcome');
	throw run.refuse({
		what: 'Outcome is empty',
		next: 'Check the expression that should fill it; leave the field blank for a task without outcomes.',
	});
}
