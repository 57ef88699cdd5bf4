import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { isRecord } from '../isRecord';
import { isToolRun, leaving } from '../toolRun';

/** What the signed address names under this name; undefined when it does not. */
export function namedIn(functions: IWebhookFunctions, name: string): string | undefined {
	const query: unknown = functions.getQueryData();
	const given = isRecord(query) ? query[name] : undefined;
	return typeof given === 'string' && given ? given : undefined;
}

/**
 * What a waiting execution goes on with: one item, by one of the outputs of its operation.
 *
 * @param output counted from 0
 * @param names of all outputs
 */
export function goingOn(
	functions: IWebhookFunctions,
	json: IDataObject,
	output: number,
	names: readonly string[],
): INodeExecutionData[][] {
	const { output: at, said } = leaving(output, names, isToolRun(functions));
	const item: INodeExecutionData = { json: { ...json, ...said }, pairedItem: { item: 0 } };
	return names.map((_, index) => (index === at ? [item] : []));
}
