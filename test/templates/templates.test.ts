/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import type { INode } from 'n8n-workflow';
import { PACKAGE } from '../unit/support/nodes';
import { templateFaults } from './rules.cjs';
import { fieldFaults } from './support/fieldFaults';
import { modelFaults, processModels } from './support/modelFaults';
import { isOfPack, typesOfN8n, typesOfPack } from './support/nodeTypes';
import { parameterFaults } from './support/parameterFaults';
import { nodeReferenceFaults, settingFaults } from './support/referenceFaults';
import {
	documentFiles,
	formFiles,
	nodeOf,
	readDocument,
	readForm,
	readTemplate,
	templateFiles,
	textsOf,
	type Template,
} from './support/templateFiles';

const REVIEW = 'order-risk-review.json';

const ours = typesOfPack();
const theirs = typesOfN8n();
if (theirs === undefined) {
	process.stderr.write(
		"n8n's own nodes in templates: skipped, n8n is not in the cache yet; `npm run test:templates` puts it there\n",
	);
}
const itWithN8n = theirs === undefined ? it.skip : it;

const oursIn = ({ nodes }: Template) => nodes.filter(isOfPack);
const theirsIn = ({ nodes }: Template) => nodes.filter((node) => !isOfPack(node));

describe.each(templateFiles())('the template %s', (file) => {
	const template = readTemplate(file);

	it('keeps every rule for template files', () => {
		expect(templateFaults(template)).toEqual([]);
	});

	it("fits this pack's nodes: types, versions, options, required parameters, display conditions", () => {
		expect(oursIn(template).length).toBeGreaterThan(0);
		expect(parameterFaults(oursIn(template), ours)).toEqual([]);
	});

	itWithN8n("fits n8n's own nodes", () => {
		expect(theirsIn(template).length).toBeGreaterThan(0);
		expect(parameterFaults(theirsIn(template), theirs ?? new Map())).toEqual([]);
	});

	it('refers only to nodes and settings that it has, and has no setting that nothing uses', () => {
		expect([...nodeReferenceFaults(template), ...settingFaults(template)]).toEqual([]);
	});

	it('reads only fields that the nodes before it give', () => {
		expect(fieldFaults(template)).toEqual([]);
	});

	it('agrees with its process model about key, tasks, outcomes and variables', async () => {
		expect(modelFaults(template, await processModels())).toEqual([]);
	});
});

describe('the documents of the templates', () => {
	/** Texts that a template has signed. */
	const sent = templateFiles()
		.flatMap((file) => textsOf(readTemplate(file)))
		.filter(({ at }) => at === '/document')
		.map(({ text }) => text);

	it('are the very texts that the templates send', () => {
		const files = documentFiles();
		expect(files.length).toBeGreaterThan(0);
		expect(files.map(readDocument).sort()).toEqual(sent.sort());
	});
});

describe('the forms of the process models', () => {
	it.each(formFiles())(
		'%s has a form for every task of its model, which asks for the reason',
		async (file) => {
			const { key, tasks } = readForm(file);
			const model = (await processModels()).find((found) => found.key === key);
			expect(Object.keys(tasks).sort()).toEqual([...(model?.tasks ?? [])].sort());
			expect(new Set(model?.forms)).toEqual(new Set([key]));
			const fields = Object.values(tasks).flatMap((form) => (typeof form === 'string' ? [] : form));
			expect(fields).toContainEqual(expect.objectContaining({ id: 'decisionReason', required: true }));
		},
	);
});

/** Nodes that have nothing wrong, of both packages. */
const SPECIMENS: INode[] = [
	specimen('Read the Order', 'bigCommerce', {
		resource: 'order',
		operation: 'get',
		orderId: { __rl: true, mode: 'id', value: '={{ $json.order.id }}' },
		include: ['shipping_addresses'],
	}),
	specimen('Change the Order', 'bigCommerce', {
		resource: 'order',
		operation: 'update',
		orderId: { __rl: true, mode: 'id', value: '100' },
		updateFields: { statusId: 12 },
	}),
	specimen('Order Placed', 'bigCommerceTrigger', { scopes: ['store/order/created'] }),
	specimen('Review Ended', 'openTextWorkflowTrigger', {
		pollTimes: { item: [{ mode: 'everyMinute' }] },
		event: 'caseEnded',
	}),
	specimen('Start the Case', 'openTextWorkflow', {
		resource: 'case',
		operation: 'start',
		modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
		businessKey: '={{ $json.linkKey }}',
	}),
];

function specimen(name: string, type: string, parameters: INode['parameters']): INode {
	return { id: name, name, type: `${PACKAGE.name}.${type}`, typeVersion: 1, position: [0, 0], parameters };
}

const SETTINGS_NODE: INode = {
	id: 'settings',
	name: 'Settings',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	position: [0, 0],
	parameters: { assignments: { assignments: [] }, includeOtherFields: true, options: {} },
};

const SCHEDULE: INode = {
	id: 'schedule',
	name: 'Every Ten Minutes',
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	position: [0, 0],
	parameters: { rule: { interval: [{ field: 'minutes', minutesInterval: 10 }] } },
};

const named = (name: string): INode => {
	const [found] = [...SPECIMENS, SETTINGS_NODE, SCHEDULE].filter((node) => node.name === name);
	return structuredClone(found);
};

describe('the check of parameters', () => {
	/** What it finds after one node was changed. */
	const found = (name: string, change: (node: INode) => void, types = ours) => {
		const node = named(name);
		change(node);
		return parameterFaults([node], types).join('\n');
	};

	const onOurs: Array<[fault: string, node: string, change: (node: INode) => void, said: string]> = [
		['an unknown type', 'Read the Order', (node) => (node.type += 'X'), 'there is no node type'],
		['an unknown version', 'Read the Order', (node) => (node.typeVersion = 7), 'has no version 7, only 1'],
		[
			'an operation that is not offered',
			'Read the Order',
			({ parameters }) => (parameters.operation = 'ship'),
			'/operation does not offer "ship"',
		],
		[
			'an unknown event',
			'Review Ended',
			({ parameters }) => (parameters.event = 'caseForgotten'),
			'/event does not offer "caseForgotten"',
		],
		[
			'one unknown scope among several',
			'Order Placed',
			({ parameters }) => (parameters.scopes = ['store/order/created', 'store/order/eaten']),
			'/scopes does not offer "store/order/eaten"',
		],
		[
			'an unknown detail in a list of several',
			'Read the Order',
			({ parameters }) => (parameters.include = ['shipping_adresses']),
			'/include does not offer "shipping_adresses"',
		],
		[
			'a parameter that the node does not have',
			'Read the Order',
			({ parameters }) => (parameters.order = 4711),
			'/order is unknown to the node',
		],
		[
			'a parameter that is not shown with the others',
			'Read the Order',
			({ parameters }) => (parameters.simplify = true),
			'/include is unknown to the node, or not shown',
		],
		[
			'an unknown field in a collection',
			'Change the Order',
			({ parameters }) => (parameters.updateFields = { status: 12 }),
			'/updateFields/status is unknown',
		],
		[
			'an unknown poll time',
			'Review Ended',
			({ parameters }) => (parameters.pollTimes = { item: [{ mode: 'often' }] }),
			'/pollTimes/item/0/mode does not offer "often"',
		],
		[
			'a required parameter that is missing',
			'Read the Order',
			({ parameters }) => delete parameters.orderId,
			'Parameter "Order" is required',
		],
		[
			'a required text that is empty',
			'Start the Case',
			({ parameters }) => (parameters.businessKey = ''),
			'Parameter "Business Key" is required',
		],
		[
			'an unknown mode of a locator',
			'Start the Case',
			({ parameters }) => (parameters.modelKey = { __rl: true, mode: 'guess', value: 'x' }),
			'/modelKey has no mode "guess"',
		],
	];

	it('finds nothing in nodes that have nothing wrong', () => {
		expect(parameterFaults(SPECIMENS, ours)).toEqual([]);
	});

	itWithN8n("finds nothing in n8n's own nodes that have nothing wrong", () => {
		expect(parameterFaults([SETTINGS_NODE, SCHEDULE], theirs ?? new Map())).toEqual([]);
	});

	it.each(onOurs)('finds %s', (_fault, node, change, said) => {
		expect(found(node, change)).toContain(said);
	});

	itWithN8n.each([
		['an unknown version', 'Settings', (node: INode) => (node.typeVersion = 3.9), 'has no version 3.9'],
		[
			'a parameter of an older version',
			'Settings',
			({ parameters }: INode) => (parameters.keepOnlySet = true),
			'/keepOnlySet is unknown',
		],
		[
			'an interval that is not offered',
			'Every Ten Minutes',
			({ parameters }: INode) => (parameters.rule = { interval: [{ field: 'fortnights' }] }),
			'/field does not offer "fortnights"',
		],
	])("finds in n8n's own nodes %s", (_fault, node, change, said) => {
		expect(found(node, change, theirs)).toContain(said);
	});
});

describe('the check of fields', () => {
	const reading: INode = {
		...SETTINGS_NODE,
		name: 'Say It',
		parameters: {
			assignments: {
				assignments: [
					{ id: '1', name: 'said', value: '={{ $json.refunded_amount }}', type: 'string' },
					{ id: '2', name: 'by', value: "={{ $('Read the Order').item.json.status_id }}", type: 'string' },
				],
			},
		},
	};
	const template: Template = {
		name: 'Small',
		nodes: [named('Read the Order'), reading],
		connections: { 'Read the Order': { main: [[{ node: 'Say It', type: 'main', index: 0 }]] } },
	};

	it.each([
		['of a named node', "$('Read the Order').item.json.status_id", "$('Read the Order').item.json.state"],
		['of the item that comes in', '{{ $json.refunded_amount }}', '{{ $json.refunded }}'],
	])('finds a field %s that is not there', (_place, from, to) => {
		const changed: Template = JSON.parse(JSON.stringify(template).replaceAll(from, to));
		expect(fieldFaults(template)).toEqual([]);
		expect(fieldFaults(changed).length).toBeGreaterThan(0);
	});

	it('knows nothing of what came in beside a record that keeps the input', () => {
		const keeping = structuredClone(template);
		nodeOf(keeping, 'Read the Order').parameters.keepInput = true;
		nodeOf(keeping, 'Say It').parameters = { said: '={{ $json.link.key }}' };
		expect(fieldFaults(keeping)).toEqual([]);
	});
});

describe('the check of references', () => {
	const changed = (from: string, to: string): Template =>
		JSON.parse(JSON.stringify(readTemplate(REVIEW)).replace(from, to));

	it('finds an expression that names a node which is not there', () => {
		const template = changed("$('Review Decided')", "$('A Review')");
		expect(nodeReferenceFaults(template)).toEqual([
			expect.stringContaining('refers to "A Review", which is not there'),
		]);
	});

	it('finds a setting that is used but not given, and one that is given but not used', () => {
		const template = changed('"name":"settings.highValueFrom"', '"name":"settings.highValue"');
		const faults = settingFaults(template);
		expect(faults).toContain('nothing uses the setting highValue');
		expect(faults).toContain('"Why Review It?" uses the setting highValueFrom, which is not there');
	});

	it.each([
		[
			'a model that is not there',
			'"value":"order_risk_review"',
			'"value":"order_review"',
			'there is no process model order_review',
		],
		[
			'an outcome with which no case ends',
			'"rightValue":"rejected"',
			'"rightValue":"refused"',
			'there is no outcome refused',
		],
		[
			'a variable that nobody gives',
			'"name":"serviceGroup"',
			'"name":"customerService"',
			'needs the variable serviceGroup',
		],
		[
			'a variable that the model does not declare',
			'"name":"cardCheck"',
			'"name":"cardLuck"',
			'does not declare the variable cardLuck',
		],
	])('finds %s', async (_fault, from, to, said) => {
		expect(modelFaults(changed(from, to), await processModels())).toContainEqual(
			expect.stringContaining(said),
		);
	});
});
