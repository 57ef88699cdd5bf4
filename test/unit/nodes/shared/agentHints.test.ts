import { mock } from 'jest-mock-extended';
import { Workflow, type INodeParameters, type INodeType, type INodeTypes } from 'n8n-workflow';
import { NODE } from '../../support/node';
import { sourceNodes, sourceResources } from '../../support/nodes';

/** As the tool form of a node has it, see `tool-generation/ai-tools` of n8n 2.41. */
const TOOL = { descriptionType: 'auto' };

/** The hints that the editor shows, worked out as it does. */
const hintsOf = (nodeType: INodeType, parameters: INodeParameters): string[] => {
	const { hints = [], properties } = nodeType.description;
	const twin = mock<INodeType>();
	twin.description = {
		...nodeType.description,
		properties: [
			{ displayName: 'Tool Description', name: 'descriptionType', type: 'string', default: '' },
			...properties,
		],
	};
	const nodeTypes = mock<INodeTypes>();
	nodeTypes.getByNameAndVersion.mockReturnValue('descriptionType' in parameters ? twin : nodeType);
	const node = { ...NODE, parameters };
	const workflow = new Workflow({ id: '1', nodes: [node], connections: {}, active: false, nodeTypes });
	return hints
		.filter(
			({ displayCondition }) =>
				workflow.expression.getSimpleParameterValue(node, displayCondition, 'internal', {}) === true,
		)
		.map(({ message }) => message);
};

describe.each(
	sourceNodes()
		.map((source) => ({ source, resources: sourceResources(source) }))
		.filter(({ resources }) => resources.length > 0)
		.map(({ source, resources }) => [source.className, source.node, resources] as const),
)('%s', (_name, nodeType, resources) => {
	const operations = resources.flatMap(({ option, operations: all }) =>
		Object.entries(all).map(([operation, { effect }]) => ({
			effect,
			parameters: { resource: String(option.value), operation },
		})),
	);

	it('warns of exactly those tools of an agent that change something', () => {
		const warned = operations.filter(
			({ parameters }) => hintsOf(nodeType, { ...TOOL, ...parameters }).length,
		);
		expect(warned).toEqual(operations.filter(({ effect }) => effect !== 'read'));
		expect(warned.length).toBeGreaterThan(0);
	});

	it('warns of none outside an agent', () => {
		expect(operations.flatMap(({ parameters }) => hintsOf(nodeType, parameters))).toEqual([]);
	});
});
