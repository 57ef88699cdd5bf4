import { isRecord } from '../../shared/isRecord';
import { fieldsIn, type Given } from '../../shared/record/given';
import { text } from '../../shared/shape';
import type { Case } from './cases';
import { idOrNumber } from './replies';
import type { WorkflowClient } from './WorkflowClient';

const MODEL = { id: idOrNumber, key: text };

/** The deployed models that a version ID names: one, or none (reference 4.7, M2). */
const ofVersion = async (client: WorkflowClient, versionId: string) =>
	(
		await client.list({
			base: 'runtime',
			path: '/runtime/models',
			query: { processDefinitionId: versionId },
			subject: `process model version ${versionId}`,
			ofTenant: true,
			isRow: (row) => typeof row.key === 'string' && row.key !== '',
		})
	).map((row) => fieldsIn(MODEL, row));

/**
 * The key of the model of which this is one version: the only handle that stays when the model is deployed again (reference 3.4).
 *
 * @returns the key; `none` when no such version is deployed; undefined when the service does not tell them apart
 * @throws NodeApiError when the service does not answer
 */
export async function keyOfVersion(
	client: WorkflowClient,
	versionId: string,
): Promise<{ key?: string; none: boolean }> {
	const models = await ofVersion(client, versionId);
	const keys = new Set(models.map(({ key }) => key));
	const [key] = keys;
	return { none: !models.length, ...(keys.size === 1 && { key }) };
}

const listIn = (value: unknown): unknown[] => {
	// Older files have it as text (reference 6.2).
	if (typeof value === 'string') return value.trim().startsWith('[') ? listIn(parsed(value)) : [];
	return Array.isArray(value) ? value : [];
};

const parsed = (value: string): unknown => {
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
};

/** Names of the messages that start a model, in its JSON form (reference 6.2, 6.3). */
export function messagesThatStart(content: unknown): string[] {
	const { properties, childShapes } = isRecord(content) ? content : {};
	const { messagedefinitions } = isRecord(properties) ? properties : {};
	const defined = listIn(messagedefinitions).filter(isRecord);
	const started = listIn(childShapes)
		.filter(isRecord)
		.filter(({ stencil }) => isRecord(stencil) && stencil.id === 'StartMessageEvent')
		.map((shape) => (isRecord(shape.properties) ? shape.properties.messageref : undefined));
	return defined.filter(({ id }) => started.includes(id)).map(({ name }) => String(name));
}

/**
 * Whether a case is of a model that this message starts, by the model itself (reference 4.7, M3). Where nobody can tell, it counts as one: better the case that is there than a second one.
 *
 * @throws NodeApiError when the service does not answer
 */
export async function isStartedBy(
	client: WorkflowClient,
	{ processDefinitionId: versionId }: Pick<Case, 'processDefinitionId'>,
	message: string,
): Promise<boolean> {
	if (!versionId) return true;
	const [model, other] = await ofVersion(client, versionId);
	const { id } = model ?? {};
	if (id === undefined || other) return true;
	const found: Given | undefined = await client.find(
		{
			base: 'runtime',
			path: `/runtime/models/${encodeURIComponent(id)}`,
			query: { modelType: 'json' },
			subject: `process model ${id}`,
		},
		id,
	);
	const content: unknown = found && Reflect.get(found, 'modelContent');
	return !isRecord(content) || messagesThatStart(content).includes(message);
}
