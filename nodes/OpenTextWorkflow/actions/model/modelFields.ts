import type { ItemRun } from '../../../shared/itemRun';
import { picked, type LocatorTable } from '../../../shared/record/locator';
import { findVersion, latestVersion, type ModelContent, type ModelType } from '../../transport/modelVersions';
import type { WorkflowClient } from '../../transport/WorkflowClient';

/** The version that the item picks, with its content. @throws NodeOperationError when there is none */
export async function modelOfItem(
	run: ItemRun,
	client: WorkflowClient,
	table: LocatorTable,
	modelType: ModelType,
): Promise<ModelContent> {
	const { by, value } = picked(run, table);
	const id = by === 'id' ? value : (await latestVersion(client, value))?.id;
	const found = id === undefined ? undefined : await findVersion(client, id, modelType);
	if (found) return found;
	throw run.refuse({
		what: `Workflow Service knows no process model ${by === 'id' ? value : `with key ${value}`}`,
		next: 'Check it, and the tenant in the credential.',
	});
}
