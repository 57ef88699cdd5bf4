import { NodeHelpers, Workflow, type INodeTypes } from 'n8n-workflow';
import { mock } from 'jest-mock-extended';
import { OpenTextCoreSignature } from '../../../../../nodes/OpenTextCoreSignature/OpenTextCoreSignature.node';
import { outputOf } from '../../../../../nodes/OpenTextCoreSignature/waiting/outputs';
import { NODE } from '../../../support/node';

const nodeType = new OpenTextCoreSignature();

/** The outputs of a node with this operation, worked out the way n8n does in editor and run. */
const outputsWith = (operation: string, onError?: 'continueErrorOutput') => {
	const node = {
		...NODE,
		parameters: { resource: 'signatureRequest', operation },
		...(onError && { onError }),
	};
	const nodeTypes = mock<INodeTypes>();
	nodeTypes.getByNameAndVersion.mockReturnValue(nodeType);
	const workflow = new Workflow({ id: '1', nodes: [node], connections: {}, active: false, nodeTypes });
	return NodeHelpers.getNodeOutputs(workflow, node, nodeType.description);
};

describe('the outputs', () => {
	it('are three for Send and Wait, of which the first is that of a wait that ran out (guide, section 9)', () => {
		expect(outputsWith('sendAndWait')).toEqual([
			{ type: 'main', displayName: 'Timed Out' },
			{ type: 'main', displayName: 'Signed' },
			{ type: 'main', displayName: 'Declined' },
		]);
	});

	it.each(['send', 'get', 'getAll', 'remind', 'cancel', 'getSigningLink'])('are one for %s', (operation) => {
		expect(outputsWith(operation)).toEqual(['main']);
	});

	it('have one for what goes wrong beside them, when the user wants it', () => {
		expect(outputsWith('sendAndWait', 'continueErrorOutput')).toHaveLength(4);
		expect(outputsWith('send', 'continueErrorOutput')).toHaveLength(2);
	});

	it.each([
		['pending', 0],
		['cancelled', 0],
		['expired', 0],
		['failed', 0],
		['signed', 1],
		['declined', 2],
	] as const)('are left by what is %s through number %i', (outcome, output) => {
		expect(outputOf(outcome)).toBe(output);
	});
});
