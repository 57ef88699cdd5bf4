import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { compareNames } from '../../shared/compareNames';
import { WorkflowClient } from '../transport/WorkflowClient';

/**
 * Deployed process models for the resource locator, the latest version of each.
 *
 * @param filter part of a name or key, in any case
 */
export async function searchModels(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const models = await new WorkflowClient(this).list({
		base: 'runtime',
		path: '/runtime/models',
		query: { latestVersion: true },
		subject: 'the list of process models',
		ofTenant: true,
		isRow: ({ key }) => typeof key === 'string' && key !== '',
		lenient: true,
	});
	const wanted = filter.trim().toLowerCase();
	return {
		results: models
			.map(({ key, name }) => ({ name: `${String(name ?? key)} (${String(key)})`, value: String(key) }))
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.sort((a, b) => compareNames(a.name, b.name)),
	};
}
