import type { IConnections, INode } from 'n8n-workflow';
import { checkTemplateFiles, templateFaults } from './rules.cjs';
import { nodeOf, readTemplate, TEMPLATES, type Template } from './support/templateFiles';

/** A fault, what makes it in a good template, and what must be said of it. */
type Fault = [fault: string, spoil: (template: Template) => void, said: string | RegExp];

const line = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });

const moveTo = (template: Template, name: string, position: INode['position']) =>
	Object.assign(nodeOf(template, name), { position });

const note = (template: Template, text: string) =>
	Object.assign(nodeOf(template, 'Note: Meanwhile').parameters, { content: text });

const connect = (template: Template, connections: IConnections) =>
	Object.assign(template.connections, connections);

const withoutSettings = (template: Template): Template =>
	JSON.parse(JSON.stringify(template).replaceAll('"Settings"', '"Thresholds"'));

const FAULTS: Fault[] = [
	['no id', (template) => delete template.id, 'short stable id'],
	['a name longer than 128 characters', (template) => (template.name = 'x'.repeat(129)), 'at most 128'],
	['active true', (template) => (template.active = true), 'is not active'],
	[
		'another execution order',
		(template) => (template.settings = { executionOrder: 'v0' }),
		'execution order v1',
	],
	[
		'data pinned in the middle',
		(template) => (template.pinData = { Settings: [] }),
		'only where a run begins or right behind a schedule',
	],
	['no word about pinned data', (template) => delete template.pinData, 'a template has pinData'],
	['tags', (template) => (template.tags = ['mine']), 'empty tags'],
	[
		'meta that says the credentials are set up',
		(template) => (template.meta = { templateCredsSetupCompleted: true }),
		'credentials are not set up',
	],
	['no first sticky note', (template) => template.nodes.shift(), 'begins with a sticky note'],
	[
		'a first sticky note without set-up steps',
		(template) => (template.nodes[0].parameters.content = 'Hello'),
		'begins with a sticky note',
	],
	[
		'two Settings nodes',
		(template) => template.nodes.push({ ...nodeOf(template, 'Settings'), id: 'other', position: [9000, 0] }),
		/Settings|[Dd]uplicate/,
	],
	[
		'no Settings node',
		(template) => Object.assign(template, withoutSettings(template)),
		'exactly one node called Settings',
	],
	['a node id twice', (template) => (template.nodes[6].id = template.nodes[5].id), /unique|[Dd]uplicate/],
	[
		'a Code node',
		(template) => (nodeOf(template, 'Give the Money Back').type = 'n8n-nodes-base.code'),
		'uses no Code node',
	],
	[
		'a CUSTOM type',
		(template) => (nodeOf(template, 'Give the Money Back').type = 'CUSTOM.bigCommerce'),
		'no CUSTOM type',
	],
	[
		'a credential',
		(template) =>
			(nodeOf(template, 'Give the Money Back').credentials = { bigCommerceApi: { id: '1', name: 'Mine' } }),
		'/credentials must not be in a template',
	],
	[
		'a webhookId',
		(template) => (nodeOf(template, 'Order Placed or Changed').webhookId = 'a1b2'),
		'/webhookId must not be',
	],
	[
		'an instance id',
		(template) => (template.meta = { templateCredsSetupCompleted: false, instanceId: 'abc' }),
		'/meta/instanceId must not be',
	],
	['a version id', (template) => (template.versionId = '1'), '/versionId must not be'],
	['static data', (template) => (template.staticData = {}), '/staticData must not be'],
	[
		'a long opaque string',
		(template) => note(template, `key ${'a1B2'.repeat(12)}`),
		'looks like a long opaque string',
	],
	['a token', (template) => note(template, 'use ghp_0123456789abcdef'), 'looks like a token'],
	[
		'a bearer token',
		(template) => note(template, 'Authorization: Bearer secret'),
		'looks like a bearer token',
	],
	[
		'a real e-mail address',
		(template) => note(template, 'ask jane@company.com'),
		'looks like an e-mail address',
	],
	[
		'a line to a node that is not there',
		(template) => connect(template, { 'Withdraw the Question': line('Nowhere') }),
		/Nowhere/,
	],
	[
		'a line from a node that is not there',
		(template) => connect(template, { Nowhere: line('Settings') }),
		/Nowhere/,
	],
	[
		'a way to a case that no claim guards',
		(template) =>
			Object.assign(nodeOf(template, 'Note It on the Order'), {
				parameters: { resource: 'case', operation: 'start' },
			}),
		'"Note It on the Order" can be reached without a claim',
	],
	[
		'a line that goes backward',
		(template) => moveTo(template, 'Why Review It?', [100, 1200]),
		'the line from "Settings" to "Why Review It?" does not go to the right',
	],
	[
		'two nodes on top of each other',
		(template) => moveTo(template, 'Keep It on Hold', [570, 80]),
		'"Give the Money Back" and "Keep It on Hold" overlap',
	],
	[
		'lines that cross',
		(template) => moveTo(template, 'Release the Order', [560, 900]),
		'the lines "Settings" → "Why Review It?" and "What Was Decided?" → "Release the Order" cross',
	],
];

describe('the rules for template files', () => {
	it.each(FAULTS)('find %s', (_fault, spoil, said) => {
		const template = readTemplate('order-risk-review.json');
		expect(templateFaults(template)).toEqual([]);
		spoil(template);
		expect(templateFaults(template).join('\n')).toMatch(said);
	});

	it('let an address at example.com stand', () => {
		const template = readTemplate('order-risk-review.json');
		note(template, 'For example rita.reviewer@example.com');
		expect(templateFaults(template)).toEqual([]);
	});

	it('let sample data stand at a start and right behind one that has nothing to show', () => {
		const template = readTemplate('order-risk-review.json');
		nodeOf(template, 'Review Decided').type = 'n8n-nodes-base.manualTrigger';
		template.pinData = { 'Order Placed or Changed': [{ json: {} }], 'What Was Decided?': [{ json: {} }] };
		expect(templateFaults(template)).toEqual([]);
	});

	it('let the names of credentials stand that an import looks for, without an id', () => {
		const template = readTemplate('order-risk-review.json');
		nodeOf(template, 'Give the Money Back').credentials = {
			bigCommerceApi: { id: null, name: 'BigCommerce account' },
		};
		expect(templateFaults(template)).toEqual([]);
	});

	it('are what the build applies to the folder', () => {
		expect(checkTemplateFiles(TEMPLATES)).toEqual([]);
	});
});
