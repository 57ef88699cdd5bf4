import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { TASK_LOCATOR } from '../records/task';
import { outcomesOf } from '../transport/outcomes';
import { findTask } from '../transport/tasks';
import { WorkflowClient } from '../transport/WorkflowClient';

/**
 * The outcomes that the model offers for the task that is picked: its label is shown, its value is sent. Nothing before one is picked, nor when the model cannot be read.
 *
 * @param filter part of a label or value, in any case
 */
export async function searchOutcomes(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const chosen = this.getCurrentNodeParameter(TASK_LOCATOR.name, { extractValue: true });
	if (typeof chosen !== 'string' || !chosen.trim()) return { results: [] };
	const client = new WorkflowClient(this);
	const found = await findTask(client, chosen.trim());
	const offered = found && 'open' in found ? await outcomesOf(client, found.open) : undefined;
	const wanted = filter.trim().toLowerCase();
	return {
		results: (offered ?? [])
			.map(({ label, value }) => ({ name: label === value ? value : `${label} (${value})`, value }))
			.filter(({ name }) => name.toLowerCase().includes(wanted)),
	};
}
