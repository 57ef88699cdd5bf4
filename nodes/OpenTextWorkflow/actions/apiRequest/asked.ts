import type { INodeProperties } from 'n8n-workflow';
import { enteredPath, pathField as fieldOfPath, queryField, queryIn } from '../../../shared/anyCall';
import type { ItemRun } from '../../../shared/itemRun';
import type { Query } from '../../../shared/serviceRequest';
import { APIS, pathBelowApi, type Api } from '../../transport/anyPath';
import type { ReadRequest, WorkflowClient } from '../../transport/WorkflowClient';

const apiField: INodeProperties = {
	displayName: 'API',
	name: 'api',
	type: 'options',
	options: [
		{ name: APIS.runtime, value: 'runtime', description: 'Below /workflow/v1' },
		{ name: APIS.history, value: 'history', description: 'Below /workflow-history/v1' },
	],
	default: 'runtime',
	description: 'Which half of the service is asked',
};

const pathField = fieldOfPath('/process-instances', 'Path below the API, without its version');

/** What every call is asked by. */
export const callFields: INodeProperties[] = [apiField, pathField, queryField];

const APIS_BY_VALUE: readonly Api[] = ['runtime', 'history'];

function apiIn(run: ItemRun): Api {
	const entered = run.text('api', 'runtime');
	const api = APIS_BY_VALUE.find((one) => one === entered);
	if (api) return api;
	throw run.refuse({ what: `API has no choice "${entered}"`, next: 'Choose it from the list.' });
}

/** What is asked for, by API, path and query. @throws NodeOperationError when the path leads elsewhere */
export async function askedFor(
	run: ItemRun,
	client: WorkflowClient,
): Promise<ReadRequest & { query: Query }> {
	const base = apiIn(run);
	const checked = pathBelowApi(enteredPath(run), base, await client.address());
	if ('fault' in checked) throw run.refuse(checked.fault);
	const { path } = checked;
	return { base, path, query: queryIn(run), subject: path };
}
