import type { INode } from 'n8n-workflow';
import { attachCredentials, forPublicApi, type WorkflowFile } from '../../e2e/harness/workflowFile';

const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

const workflow: WorkflowFile = {
	id: 'abc',
	name: 'Review',
	nodes: [
		node('Store', 'pack.bigCommerce'),
		node('Note', 'n8n-nodes-base.stickyNote'),
		node('Call', 'n8n-nodes-base.httpRequest', { parameters: { nodeCredentialType: 'bigCommerceApi' } }),
	],
	connections: {},
	meta: { templateCredsSetupCompleted: false },
	tags: [],
	pinData: {},
};
const bigCommerceApi = { id: '1', name: 'BigCommerce Sandbox' };
const types = { 'pack.bigCommerce': ['bigCommerceApi', 'otherApi'] };

describe('a workflow file for the public API', () => {
	it('keeps only what the API accepts', () => {
		expect(Object.keys(forPublicApi(workflow)).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
	});

	it('gives each node the chosen credential of its type, and an HTTP Request node its predefined one', () => {
		const { nodes } = attachCredentials(workflow, { bigCommerceApi }, types);
		expect(nodes.map(({ credentials }) => credentials)).toEqual([
			{ bigCommerceApi },
			undefined,
			{ bigCommerceApi },
		]);
	});

	it('leaves the file as it was', () => {
		const before = structuredClone(workflow);
		attachCredentials(workflow, { bigCommerceApi }, types);
		expect(workflow).toEqual(before);
	});
});
