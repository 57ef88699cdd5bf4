import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { TASK_LOCATOR } from '../records/task';
import { attachmentsOf } from '../transport/attachments';
import { WorkflowClient } from '../transport/WorkflowClient';

/**
 * What lies with the task that is picked, for the resource locator; nothing before one is.
 *
 * @param filter part of a name, in any case
 */
export async function searchAttachments(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const chosen = this.getCurrentNodeParameter(TASK_LOCATOR.name, { extractValue: true });
	if (typeof chosen !== 'string' || !chosen.trim()) return { results: [] };
	const wanted = filter.trim().toLowerCase();
	const all = await attachmentsOf(new WorkflowClient(this), chosen.trim());
	return {
		results: all
			.map(({ id, name = id }) => ({ name, value: id }))
			.filter(({ name }) => name.toLowerCase().includes(wanted)),
	};
}
