import type { NodeHint } from 'n8n-workflow';
import type { Resource } from './operation';

/**
 * Warns who gives an AI agent an operation that changes something; an agent asks nobody before it calls a tool.
 *
 * @param resources every resource of the node
 * @returns for `hints` of its description
 */
export function agentHints<Client>(resources: ReadonlyArray<Resource<Client>>): NodeHint[] {
	const all = resources.flatMap(({ option, operations }) =>
		Object.entries(operations).map(([operation, { effect }]) => ({
			resource: String(option.value),
			operation,
			isChanging: effect !== 'read',
		})),
	);
	const reading = new Set(all.filter(({ isChanging }) => !isChanging).map(({ operation }) => operation));
	// An operation that changes something in every resource is named once.
	const changing = all
		.filter(({ isChanging }) => isChanging)
		.map(({ resource, operation }) => (reading.has(operation) ? `${resource}.${operation}` : operation));
	const chosen = '[$parameter.operation, $parameter.resource + "." + $parameter.operation]';
	const isChanging = `${chosen}.some((name) => ${JSON.stringify([...new Set(changing)])}.includes(name))`;
	return [
		{
			message:
				'An agent calls this tool without asking anybody. Add a human review step where people should approve.',
			type: 'warning',
			location: 'ndv',
			// Only the form of a node that agents use as a tool has a description type (n8n 2.41, `tool-generation/ai-tools`).
			displayCondition: `={{ !!($parameter.descriptionType && ${isChanging}) }}`,
		},
	];
}
