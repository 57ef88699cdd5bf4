import omit from 'lodash/omit';
import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import type { Operation } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { isMissing } from '../../../shared/values';
import { COMPLETED, OUTCOME_LOCATOR } from '../../records/task';
import { taskItem } from '../../records/taskItem';
import { outcomesOf } from '../../transport/outcomes';
import type { Task } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { readVariables } from '../readVariables';
import { variableFields } from '../variableFields';
import { claimFor } from './claiming';
import { completeOnce } from './completing';
import { openTask, refuseDelegated, refuseSuspended, taskLocator, titleOf } from './taskFields';

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
		omit(locatorOf(OUTCOME_LOCATOR), 'required'),
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
		if (!open.assignee && !assignee) {
			throw run.refuse({
				what: `Task ${open.id} is not claimed by anybody`,
				next: 'Claim it first, or name a user under Options > Claim First As.',
			});
		}
		if (!outcome) await refuseUndecided(run, client, open);
		const { task } = assignee ? await claimFor(run, client, open, String(assignee)) : { task: open };
		const ended = await completeOnce(run, client, task, { outcome, variables });
		return { completed: true, outcome: outcome || null, ...taskItem(ended) };
	},
};

/**
 * The variable of an outcome keeps what an earlier task of the case put there: in the second round of a loop, the model would go by the decision of the first (reference 4.6).
 *
 * @throws NodeOperationError when the model offers outcomes for the task
 */
async function refuseUndecided(run: ItemRun, client: WorkflowClient, task: Task): Promise<void> {
	const offered = (await outcomesOf(client, task)) ?? [];
	if (!offered.length) return;
	throw run.refuse({
		what: `${titleOf(task)} needs an outcome: its case would go on with that of an earlier task, or with none`,
		next: `Choose one: ${offered.map(({ value }) => value).join(', ')}.`,
	});
}

/** A task may be without an outcome, but not because an expression came to nothing. */
function readOutcome(run: ItemRun): string {
	const entered: unknown = run.functions.getNodeParameter('outcome', run.index, '');
	if (!isMissing(entered)) return run.text('outcome');
	throw run.refuse({
		what: 'Outcome is empty',
		next: 'Check the expression that should fill it; leave the field blank for a task without outcomes.',
	});
}
