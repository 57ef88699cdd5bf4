import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';
import { SEND_AND_WAIT } from '../../shared/waiting/resumeAddress';
import { declaredOf, mapperField } from '../records/modelVariables';
import { CALLBACK_VARIABLE, MODEL_PARAMETER, startByIn } from '../records/startCase';
import { WorkflowClient } from '../transport/WorkflowClient';

const none = (emptyFieldsNotice: string): ResourceMapperFields => ({ fields: [], emptyFieldsNotice });

/**
 * The variables that the chosen process model declares, for the resource mapper; where there are none, why.
 *
 * @throws NodeApiError when the service does not answer
 */
export async function getModelVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const chosen: unknown = this.getCurrentNodeParameter(MODEL_PARAMETER);
	const value = isRecord(chosen) ? chosen.value : undefined;
	const modelKey = typeof value === 'string' ? value.trim() : '';
	if (!modelKey || modelKey.startsWith('=')) return none('Choose a process model first.');
	const found = await declaredOf(new WorkflowClient(this), { modelKey, by: startByIn(chosen) });
	if (!Array.isArray(found)) return none(`${found.what}. ${found.next}`);
	const isWaiting = this.getCurrentNodeParameter('operation') === SEND_AND_WAIT;
	const offered = found.filter(({ name }) => !isWaiting || name !== CALLBACK_VARIABLE);
	return { fields: offered.map(mapperField) };
}
