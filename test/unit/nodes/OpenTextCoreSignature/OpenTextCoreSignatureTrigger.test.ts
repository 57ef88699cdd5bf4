import { mock } from 'jest-mock-extended';
import { Workflow, type INodeTypes } from 'n8n-workflow';
import { OpenTextCoreSignatureTrigger } from '../../../../nodes/OpenTextCoreSignature/OpenTextCoreSignatureTrigger.node';
import { NODE } from '../../support/node';

const { description } = new OpenTextCoreSignatureTrigger();

/** The method as n8n works it out (n8n 2.41: a test is of a workflow that is not active). */
const methodWhen = (active: boolean): unknown => {
	const nodeTypes = mock<INodeTypes>();
	const workflow = new Workflow({ id: 'w1', nodes: [NODE], connections: {}, active, nodeTypes });
	const method = description.webhooks?.[0].httpMethod;
	return workflow.expression.getSimpleParameterValue(NODE, String(method), 'webhook', {});
};

describe('a manual test of the trigger', () => {
	it('does not listen: what was delivered would be thrown away (guide, section 21)', () => {
		expect(methodWhen(false)).toBe('');
	});

	it('is told of in the panel as what it does', () => {
		const texts = JSON.stringify(description.triggerPanel);
		expect(texts).toContain('Fetch Test Event');
		expect(texts).not.toMatch(/n8n waits|listen/i);
	});
});

it('the published trigger takes POST', () => {
	expect(methodWhen(true)).toBe('POST');
});
