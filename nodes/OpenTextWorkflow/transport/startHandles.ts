import type { Case } from './cases';
import { contentOfVersion, hidden, modelsOfVersion } from './modelOfVersion';
import { kindOf, propertiesOf, recordsIn, shapesIn, type Shape } from './modelShapes';
import type { WorkflowClient } from './WorkflowClient';

/**
 * The key of the model of which this is one version: the only handle that stays when the model is deployed again (reference 3.4).
 *
 * @returns the key; `none` when no such version is deployed; undefined when the service does not tell them apart, or the account may not see them
 * @throws NodeApiError when the service does not answer
 */
export async function keyOfVersion(
	client: WorkflowClient,
	versionId: string,
): Promise<{ key?: string; none: boolean }> {
	const models = await modelsOfVersion(client, versionId).catch(hidden);
	if (!models) return { none: false };
	const keys = new Set(models.map(({ key }) => key));
	const [key] = keys;
	return { none: !models.length, ...(keys.size === 1 && { key }) };
}

/** What starts within a subprocess starts no case. */
const isNoSubprocess = (shape: Shape): boolean => !/SubProcess$/i.test(String(kindOf(shape)));

/** Names of the messages that start a model, in its JSON form (reference 6.2, 6.3). */
export function messagesThatStart(model: Shape): string[] {
	const started = shapesIn(model, isNoSubprocess)
		.filter((shape) => kindOf(shape) === 'StartMessageEvent')
		.map((shape) => propertiesOf(shape).messageref);
	return recordsIn(propertiesOf(model).messagedefinitions)
		.filter(({ id }) => started.includes(id))
		.map(({ name }) => String(name));
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
	const content = await contentOfVersion(client, versionId).catch(hidden);
	return !content || messagesThatStart(content).includes(message);
}
