import type { IDataObject } from 'n8n-workflow';
import { givesIf, isNamed } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import { fieldsIn, type Given } from '../../shared/record/given';
import { goodReply } from '../../shared/send';
import { text, whole } from '../../shared/shape';
import { hasId, idOf, idOrNumber } from './replies';
import type { WorkflowClient } from './WorkflowClient';

/** What is looked at of one version of a process model (reference 5.9). */
const VERSION = { id: idOrNumber, key: text, name: text, version: whole, modelType: text };

/** The two forms of a model (reference 4.7, M1). */
export type ModelType = 'json' | 'xml';

/** One version of a process model; a key that is deployed again gets a new one. */
export function readVersion(given: Given) {
	const fields = fieldsIn(VERSION, given);
	return { ...fields, id: idOf(fields) ?? '', key: fields.key ?? '' };
}

export type ModelVersion = ReturnType<typeof readVersion>;

/** One version with its content, in the form that was asked for. */
export interface ModelContent extends ModelVersion {
	content: unknown;
}

const isVersion = (row: IDataObject): boolean => hasId(row) && isNamed(row, 'key');

/** A model that was deployed: its key is what starts cases (reference 4.7, M1). */
export const deployed = givesIf(({ body }) => isRecord(body) && isVersion(body));

export const modelPath = (id: string): string => `/runtime/models/${encodeURIComponent(id)}`;

/**
 * Versions of process models (reference 4.7, M2).
 *
 * @param query by the names of its parameters
 * @param limit how many at most; left out: all
 * @throws NodeApiError when the service does not answer
 */
export async function modelVersions(
	client: WorkflowClient,
	query: Readonly<Record<string, IDataObject[string]>>,
	limit?: number,
): Promise<Given[]> {
	return await client.list(
		{
			base: 'runtime',
			path: '/runtime/models',
			query: { ...query },
			subject: 'the list of process models',
			ofTenant: true,
			isRow: isVersion,
		},
		limit,
	);
}

/** The version that starts new cases. @returns undefined when no model with this key is deployed */
export async function latestVersion(client: WorkflowClient, key: string): Promise<ModelVersion | undefined> {
	const rows = (await modelVersions(client, { key, latestVersion: true })).map(readVersion);
	// Older ones come along where the parameter is not known (reference 9.1, 12).
	return rows
		.filter((row) => row.key === key)
		.sort((one, other) => (other.version ?? 0) - (one.version ?? 0))
		.at(0);
}

/**
 * One version with its content (reference 4.7, M3).
 *
 * @returns undefined when there is none
 * @throws NodeApiError when the service does not answer, or does not give this form of it
 */
export async function findVersion(
	client: WorkflowClient,
	id: string,
	modelType: ModelType,
): Promise<ModelContent | undefined> {
	const found = await client.find(
		{
			base: 'runtime',
			path: modelPath(id),
			query: { modelType },
			subject: `process model ${id}`,
			gives: givesIf(({ body }) => isRecord(body) && isNamed(body, 'id', id) && isVersion(body)),
		},
		id,
	);
	return found && { ...readVersion(found), content: contentIn(found) };
}

/** Whether a version holds just this content; false as well where the service does not give it in this form. */
export async function holdsContent(
	client: WorkflowClient,
	id: string,
	modelType: ModelType,
	isSame: (content: unknown) => boolean,
): Promise<boolean> {
	const request = {
		method: 'GET' as const,
		base: 'runtime' as const,
		path: modelPath(id),
		query: { modelType },
		subject: `process model ${id}`,
		gives: givesIf(({ body }) => isRecord(body)),
	};
	const { last } = await client.tryRequest(request);
	const good = goodReply(last);
	if (good) return isSame(contentIn(good.body));
	if (last.status >= 400 && last.status < 500 && last.status !== 401 && last.status !== 429) return false;
	throw client.refusal(last, request);
}

const contentIn = (body: unknown): unknown => (isRecord(body) ? body.modelContent : undefined);
