import { Workflow, type INode } from 'n8n-workflow';
import { OpenTextDecisionTrigger } from '../../../../nodes/OpenTextDecision/OpenTextDecisionTrigger.node';

const type = new OpenTextDecisionTrigger();

/** The method of the trigger's webhook as n8n finds it out; it makes none where it is empty. */
const methodOf = (askBy: string, active: boolean): unknown => {
	const node: INode = {
		id: '1',
		name: 'Decided',
		type: 'openTextDecisionTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { purpose: 'sign-off', askBy },
	};
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ id: 'w1', nodes: [node], connections: {}, active, nodeTypes });
	const [webhook] = type.description.webhooks ?? [];
	return workflow.expression.getSimpleParameterValue(node, webhook.httpMethod, 'internal', {});
};

describe('the webhook of the trigger', () => {
	it('is there where Core Signature calls a published workflow', () => {
		expect(methodOf('signature', true)).toBe('POST');
	});

	it.each([
		['case', true, 'Workflow Service calls nobody'],
		['case', false, 'Workflow Service calls nobody'],
		['signature', false, 'a test by hand would wait for it, and shows a recent decision at once'],
	])('is not there with Ask By %s in a workflow whose active is %s: %s', (askBy, active) => {
		expect(methodOf(askBy, active)).toBe('');
	});
});
