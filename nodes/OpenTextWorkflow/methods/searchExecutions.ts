import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { CASE_LOCATOR } from '../records/case';
import { executionsOf } from '../transport/executions';
import { WorkflowClient } from '../transport/WorkflowClient';
import { chosenId } from './chosenId';

/**
 * Where the case that is picked stands, for the resource locator; nothing before one is.
 *
 * @param filter part of the activity's ID, in any case
 */
export async function searchExecutions(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const client = new WorkflowClient(this);
	const caseId = await chosenId(this, client, CASE_LOCATOR.name);
	if (caseId === undefined) return { results: [] };
	const wanted = filter.trim().toLowerCase();
	return {
		results: (await executionsOf(client, caseId))
			.map(({ id, activityId = id }) => ({ name: activityId, value: id }))
			.filter(({ name }) => name.toLowerCase().includes(wanted)),
	};
}
