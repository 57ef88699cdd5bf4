import { fieldsIn } from '../../shared/record/given';
import { text } from '../../shared/shape';
import type { WorkflowClient } from './WorkflowClient';

/** A process model that is deployed. */
export interface ProcessModel {
	key: string;
	name: string;
}

const MODEL = { key: text, name: text };

/**
 * The latest versions of the deployed process models (reference 4.7, M2).
 *
 * @param only `key`: of one model; `lenient`: what is no model is passed over, as long as one is
 * @throws NodeApiError when the service does not answer
 */
export async function deployedModels(
	client: WorkflowClient,
	{ key, lenient }: { key?: string; lenient?: true },
): Promise<ProcessModel[]> {
	const rows = await client.list({
		base: 'runtime',
		path: '/runtime/models',
		query: { ...(key !== undefined && { key }), latestVersion: true },
		subject: 'the list of process models',
		ofTenant: true,
		isRow: (row) => typeof row.key === 'string' && row.key !== '',
		lenient,
	});
	return rows.map((row) => {
		const { key: own = '', name = own } = fieldsIn(MODEL, row);
		return { key: own, name };
	});
}
