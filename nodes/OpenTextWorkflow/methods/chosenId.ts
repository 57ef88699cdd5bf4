import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { findCase } from '../transport/cases';
import type { WorkflowClient } from '../transport/WorkflowClient';

/**
 * The ID of the case or task that a resource locator of the node picks.
 *
 * @param name of the locator's parameter
 * @returns undefined as long as nothing is chosen, and where no running case has the business key
 */
export async function chosenId(
	functions: ILoadOptionsFunctions,
	client: WorkflowClient,
	name: string,
): Promise<string | undefined> {
	const chosen: unknown = functions.getCurrentNodeParameter(name);
	const { mode, value } = isRecord(chosen) ? chosen : { mode: 'id', value: chosen };
	const text = typeof value === 'string' ? value.trim() : '';
	if (!text) return undefined;
	if (mode !== 'businessKey') return text;
	const found = await findCase(client, { businessKey: text });
	return found && !found.ended ? found.id : undefined;
}
