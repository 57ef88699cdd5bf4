import type { NodeHint } from 'n8n-workflow';
import type { Resource } from './operation';

/**
 * Warns who gives an AI agent an operation that changes something; an agent asks nobody before it calls a tool.
 *
 * @param resources every resource of the node
 * @returns for `hints` of its description
 */
export function agentHints<Client>(resources: ReadonlyArray<Resource<Client>>): NodeHint[] {
	const changing = resources.flatMap(({ option, operations }) => {
		const values = Object.keys(operations).filter((value) => operations[value].effect !== 'read');
		return values.length ? [[String(option.value), values] as const] : [];
	});
	const isChanging = `(${JSON.stringify(Object.fromEntries(changing))})[$parameter.resource]?.includes($parameter.operation)`;
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
