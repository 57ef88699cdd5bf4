import { NodeConnectionTypes, type INodeTypeDescription } from 'n8n-workflow';
import type { Resource } from './operation';

/**
 * The outputs of a node: one, or those that the chosen operation names.
 *
 * @param resources every resource of the node
 * @returns for `outputs` of its description
 */
export function outputsFor<Client>(
	resources: ReadonlyArray<Resource<Client>>,
): INodeTypeDescription['outputs'] {
	const named = resources.flatMap(({ option, operations }) =>
		Object.entries(operations).flatMap(([operation, { outputs }]) =>
			outputs ? [[`${String(option.value)}.${operation}`, outputs] as const] : [],
		),
	);
	if (!named.length) return [NodeConnectionTypes.Main];
	const names = `(${JSON.stringify(Object.fromEntries(named))})[$parameter.resource + "." + $parameter.operation]`;
	const each = `(displayName) => ({ type: "${NodeConnectionTypes.Main}", displayName })`;
	// n8n works it out in the editor.
	return `={{ ${names}?.map(${each}) ?? ["${NodeConnectionTypes.Main}"] }}`;
}
