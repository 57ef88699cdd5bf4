import { NodeHelpers, Workflow, type INodeTypes } from 'n8n-workflow';
import { mock } from 'jest-mock-extended';
import { OpenTextWorkflow } from '../../../../../nodes/OpenTextWorkflow/OpenTextWorkflow.node';
import { outputOf } from '../../../../../nodes/OpenTextWorkflow/waiting/outputs';
import { NODE } from '../../../support/node';

const nodeType = new OpenTextWorkflow();

/** The outputs of a node with this operation, worked out the way n8n does in editor and run. */
const outputsWith = (operation: string, onError?: 'continueErrorOutput') => {
	const node = { ...NODE, parameters: { resource: 'case', operation }, ...(onError && { onError }) };
	const nodeTypes = mock<INodeTypes>();
	nodeTypes.getByNameAndVersion.mockReturnValue(nodeType);
	const workflow = new Workflow({ id: '1', nodes: [node], connections: {}, active: false, nodeTypes });
	return NodeHelpers.getNodeOutputs(workflow, node, nodeType.description);
};

describe('the outputs', () => {
	it('are two for Start and Wait, of which the first is that of a wait that ran out (guide, section 9)', () => {
		expect(outputsWith('sendAndWait')).toEqual([
			{ type: 'main', displayName: 'Timed Out' },
			{ type: 'main', displayName: 'Decided' },
		]);
	});

	it.each(['start', 'get', 'getAll', 'getDecision', 'terminate'])('are one for %s', (operation) => {
		expect(outputsWith(operation)).toEqual(['main']);
	});

	it('have one for what goes wrong beside them, when the user wants it', () => {
		expect(outputsWith('sendAndWait', 'continueErrorOutput')).toHaveLength(3);
	});

	it.each([
		['runs', { ended: false, cancelled: false }, 0],
		['was ended from outside', { ended: true, cancelled: true }, 0],
		['ended', { ended: true, cancelled: false }, 1],
	])('are left by a case that %s', (_how, item, output) => {
		expect(outputOf(item)).toBe(output);
	});
});
