import { NodeApiError, type IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { modelPath, modelVersions, readVersion, type ModelVersion } from './modelVersions';
import type { WorkflowClient } from './WorkflowClient';

/** Answers that say that the account may not see the models, or that there are none. */
const HIDDEN: readonly number[] = [403, 404];

/** What the account may not see cannot be told: whoever can do without it goes on. */
export const hidden = async (error: unknown): Promise<undefined> =>
	error instanceof NodeApiError && HIDDEN.includes(Number(error.httpCode))
		? undefined
		: await Promise.reject(error);

const versionIn = (row: object): unknown => Reflect.get(row, 'processDefinitionId');

/**
 * The deployed models that a version ID names (reference 4.7, M2). A service that does not know the filter lists others as well.
 *
 * @returns one or none; several where the service does not tell them apart
 * @throws NodeApiError when the service does not answer
 */
export async function modelsOfVersion(client: WorkflowClient, versionId: string): Promise<ModelVersion[]> {
	const rows = await modelVersions(client, { processDefinitionId: versionId });
	const told = rows.filter((row) => versionIn(row) === versionId);
	const untold = rows.filter((row) => versionIn(row) === undefined || versionIn(row) === null);
	return (told.length ? told : untold).map(readVersion);
}

/** The one deployed model that a version ID names; undefined when there is none, or nobody can tell which one it is. */
export async function modelOfVersion(
	client: WorkflowClient,
	versionId: string,
): Promise<ModelVersion | undefined> {
	const [only, other] = await modelsOfVersion(client, versionId);
	return other ? undefined : only;
}

/**
 * What the model holds that a version ID names, in its JSON form (reference 4.7, M2 and M3; 6.2).
 *
 * @returns undefined when it cannot be told: no such version is deployed, several may be meant, or its content is not given in this form
 * @throws NodeApiError when the service does not answer
 */
export async function contentOfVersion(
	client: WorkflowClient,
	versionId: string,
): Promise<IDataObject | undefined> {
	const model = await modelOfVersion(client, versionId);
	if (!model) return undefined;
	const found = await client.find(
		{
			base: 'runtime',
			path: modelPath(model.id),
			query: { modelType: 'json' },
			subject: `process model ${model.id}`,
		},
		model.id,
	);
	const content: unknown = found && Reflect.get(found, 'modelContent');
	return isRecord(content) ? content : undefined;
}
