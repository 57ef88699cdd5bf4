import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { modelPath, modelVersions, readVersion, type ModelVersion } from './modelVersions';
import type { WorkflowClient } from './WorkflowClient';

/** A service that does not know the filter lists other versions as well. */
const isOf = (row: object, wanted: string): boolean => {
	const told: unknown = Reflect.get(row, 'processDefinitionId');
	return told === undefined || told === null || told === wanted;
};

/**
 * The deployed models that a version ID names (reference 4.7, M2).
 *
 * @returns one or none; several where the service does not tell them apart
 * @throws NodeApiError when the service does not answer
 */
export async function modelsOfVersion(client: WorkflowClient, versionId: string): Promise<ModelVersion[]> {
	const rows = await modelVersions(client, { processDefinitionId: versionId });
	return rows.filter((row) => isOf(row, versionId)).map(readVersion);
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
	const [model, other] = await modelsOfVersion(client, versionId);
	if (!model || other) return undefined;
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
