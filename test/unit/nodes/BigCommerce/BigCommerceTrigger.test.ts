import { mock } from 'jest-mock-extended';
import { Workflow, type INodeTypes } from 'n8n-workflow';
import { BigCommerceTrigger } from '../../../../nodes/BigCommerce/BigCommerceTrigger.node';

const { description } = new BigCommerceTrigger();

/** As n8n works out the method of a webhook before it registers it. */
const methodWhile = (active: boolean): unknown => {
	const node = {
		id: '1',
		name: 'n',
		type: 't',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
	};
	const workflow = new Workflow({
		id: '1',
		nodes: [],
		connections: {},
		active,
		nodeTypes: mock<INodeTypes>(),
	});
	return workflow.expression.getSimpleParameterValue(
		node,
		description.webhooks?.[0].httpMethod,
		'internal',
		{},
	);
};

describe('the webhook of the trigger', () => {
	it('takes deliveries while the workflow is published', () => {
		expect(methodWhile(true)).toBe('POST');
	});

	it('has no method in a manual test, which then shows a record at once instead of waiting', () => {
		expect(methodWhile(false)).toBe('');
	});
});
