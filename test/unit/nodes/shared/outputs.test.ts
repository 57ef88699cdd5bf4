import { mock } from 'jest-mock-extended';
import { NodeHelpers, Workflow, type INodeType, type INodeTypes } from 'n8n-workflow';
import { defineResource, type Operation } from '../../../../nodes/shared/operation';
import { outputsFor } from '../../../../nodes/shared/outputs';
import { object } from '../../../../nodes/shared/shape';
import { NODE } from '../../support/node';

const operation = (value: string, outputs?: string[]): Operation<string> => ({
	option: { name: value, value, action: value },
	effect: 'read',
	output: object({}),
	...(outputs && { outputs }),
	fields: [],
	execute: async () => await Promise.resolve({}),
});

const resource = (value: string, operations: Array<Operation<string>>) =>
	defineResource({ name: value, value }, operations, operations[0]);

const plain = resource('plain', [operation('ask'), operation('get')]);
const branching = resource('branching', [operation('ask', ['Yes', 'No']), operation('get')]);

/** As n8n works them out in editor and run. */
const outputsWith = (parameters: { resource: string; operation: string }) => {
	const nodeType = mock<INodeType>();
	nodeType.description = {
		displayName: 'Thing',
		name: 'thing',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: outputsFor([plain, branching]),
		properties: ['resource', 'operation'].map((name) => ({
			displayName: name,
			name,
			type: 'string' as const,
			default: '',
		})),
	};
	const nodeTypes = mock<INodeTypes>();
	nodeTypes.getByNameAndVersion.mockReturnValue(nodeType);
	const node = { ...NODE, parameters };
	const workflow = new Workflow({ id: '1', nodes: [node], connections: {}, active: false, nodeTypes });
	return NodeHelpers.getNodeOutputs(workflow, node, nodeType.description);
};

describe('the outputs of a node', () => {
	it('are those that the chosen operation names', () => {
		expect(outputsWith({ resource: 'branching', operation: 'ask' })).toEqual([
			{ type: 'main', displayName: 'Yes' },
			{ type: 'main', displayName: 'No' },
		]);
	});

	it.each([
		['branching', 'get'],
		['plain', 'ask'],
		['plain', 'get'],
	])('are one for an operation that names none: %s, %s', (of, chosen) => {
		expect(outputsWith({ resource: of, operation: chosen })).toEqual(['main']);
	});

	it('are one without an expression where no operation names any', () => {
		expect(outputsFor([plain])).toEqual(['main']);
	});
});
