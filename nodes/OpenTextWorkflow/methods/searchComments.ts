import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { commentsOf, type Owner } from '../transport/comments';
import { WorkflowClient } from '../transport/WorkflowClient';
import { chosenId } from './chosenId';

/** The running case or open task that stands in the node, once it is chosen. */
async function ownerIn(functions: ILoadOptionsFunctions, client: WorkflowClient): Promise<Owner | undefined> {
	const kind = functions.getCurrentNodeParameter('belongsTo') === 'task' ? 'task' : 'case';
	const id = await chosenId(functions, client, `${kind}Id`);
	return id === undefined ? undefined : { kind, id, ended: false };
}

/**
 * Comments for the resource locator, the newest first.
 *
 * @param filter part of a message, in any case
 */
export async function searchComments(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const client = new WorkflowClient(this);
	const owner = await ownerIn(this, client);
	if (!owner) return { results: [] };
	const wanted = filter.trim().toLowerCase();
	const all = await commentsOf(client, owner);
	return {
		results: all
			.map(({ id, message, author, time }) => ({
				name: [message, author, time?.slice(0, 10)].filter(Boolean).join(' – '),
				value: id,
			}))
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.reverse(),
	};
}
