/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, login, openPage, startWorld, type World } from '../harness';
import { readTemplate } from '../support/publishedTemplate';
import { file, node, PACK, to } from '../support/waitingWorkflow';
import { decisionNodes } from './decisionNodes';
import { EditorPage } from './editorPage';
import { unreadableNames } from './unreadableNames';

const TEMPLATES = path.join(__dirname, '../../../workflows-templates');

describe('the editor, in a real browser', () => {
	let world: World;
	let browser: Browser;
	let editor: EditorPage;

	const picture = async (name: string) => await editor.screenshot(path.join(world.folder, `${name}.png`));

	beforeAll(async () => {
		world = await startWorld('editor');
		// of a mail server that nobody is told to use
		const smtp = { host: '127.0.0.1', port: 25, user: '', password: '', secure: false };
		await world.client.createCredential('SMTP account', 'smtp', smtp);
		browser = await launchBrowser();
		const page = await openPage(browser, { viewport: { width: 1600, height: 1000 } });
		await login(page, world.n8n.url);
		editor = new EditorPage(page, world.n8n.url);
	});

	afterAll(async () => {
		await browser?.close();
		await world?.close();
	});

	it.each(['order-risk-review.json', 'order-sign-off.json'])(
		'imports %s through the menu, with no unknown node and no red node, and every name can be read',
		async (name) => {
			await editor.openNew();
			await editor.importFile(path.join(TEMPLATES, name));
			await editor.closeMessages();
			await editor.zoomToFit();
			await picture(`template ${name}`);
			const expected = readTemplate(name)
				.nodes.filter(({ type }) => !type.endsWith('stickyNote'))
				.map((each) => each.name);
			expect((await editor.nodeNames()).sort()).toEqual(expected.sort());
			expect(await editor.unknownNodes()).toBe(0);
			expect(await editor.redNodes()).toEqual([]);
			expect(await unreadableNames(editor.page)).toEqual([]);
		},
	);

	it('names a node whose name cannot be read, so that none named means something', async () => {
		const crowded = path.join(world.folder, 'crowded.json');
		const long = 'A name that goes on and on until nobody can say any more where it ends';
		const at = (name: string, column: number, row: number) =>
			node(name, 'n8n-nodes-base.noOp', 1, {}, column, row);
		const [above, below] = [at('Above', 0, 0), at('Below', 0, 0)];
		const [x, y] = above.position;
		below.position = [x + 16, y + 104];
		writeFileSync(crowded, JSON.stringify(file('Crowded', [above, below, at(long, 1, 0)], {})));
		await editor.openNew();
		await editor.importFile(crowded);
		await editor.zoomToFit();
		await picture('names that cannot be read');
		expect(await unreadableNames(editor.page)).toEqual([
			'Above: its name overlaps the box of Below',
			`${long}: its name is cut off`,
		]);
		const far = path.join(world.folder, 'far.json');
		writeFileSync(far, JSON.stringify(file('Far', [at('Here', 0, 0), at('Far Away', 40, 0)], {})));
		await editor.openNew();
		await editor.importFile(far);
		await editor.zoomToFit();
		expect(await unreadableNames(editor.page)).toEqual([
			expect.stringMatching(/^Here: its name is [1-8]\.\d px high$/),
			expect.stringMatching(/^Far Away: its name is [1-8]\.\d px high$/),
		]);
	});

	it('marks a node red whose required value is missing, so that no red node means something', async () => {
		const incomplete = path.join(world.folder, 'incomplete.json');
		const get = node('Get an Order', `${PACK}.bigCommerce`, 1, { resource: 'order', operation: 'get' }, 1);
		const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
		writeFileSync(
			incomplete,
			JSON.stringify(file('Incomplete', [start, get], { Start: { main: [to('Get an Order')] } })),
		);
		await editor.openNew();
		await editor.importFile(incomplete);
		await editor.zoomToFit();
		expect(await editor.redNodes()).toEqual(['Get an Order']);
	});

	it('asks for what a new product must have, and offers the rest of its fields by name', async () => {
		const product = path.join(world.folder, 'product.json');
		const create = node(
			'Create a product',
			`${PACK}.bigCommerce`,
			1,
			{ resource: 'product', operation: 'create' },
			1,
		);
		writeFileSync(
			product,
			JSON.stringify(
				file('Product', [node('Start', 'n8n-nodes-base.manualTrigger', 1, {}), create], {
					Start: { main: [to('Create a product')] },
				}),
			),
		);
		await editor.openNew();
		await editor.importFile(product);
		await editor.openDetails('Create a product');
		await picture('fields of a new product');
		expect(await editor.mappedFields()).toEqual(['Name', 'Type', 'Price', 'Weight']);
		await editor.addMappedField('Visible in the Store');
		expect(await editor.mappedFields()).toEqual(['Name', 'Type', 'Price', 'Weight', 'Visible in the Store']);
		await picture('a field added to a new product');
		await editor.closeDetails();
	});

	it('shows in the list of a locator what there is, by names that people know', async () => {
		const { bigCommerce, workflow } = world.sandbox.client;
		const { id } = await bigCommerce.place('risky');
		await workflow.deploy(
			readFileSync(path.join(TEMPLATES, 'processes/order-risk-review.bpmn20.xml'), 'utf8'),
		);
		const product = { __rl: true, mode: 'id', value: '111' };
		const picks = [
			{ type: 'bigCommerce', resource: 'order', operation: 'get', locator: 'orderId', shows: `#${id}` },
			{
				type: 'bigCommerce',
				resource: 'customer',
				operation: 'get',
				locator: 'customerId',
				shows: 'Ada Example',
			},
			{
				type: 'bigCommerce',
				resource: 'product',
				operation: 'get',
				locator: 'productId',
				shows: 'Coffee Mug',
			},
			{
				...{ type: 'bigCommerce', resource: 'productImage', operation: 'get', productId: product },
				...{ locator: 'imageId', shows: 'Mug' },
			},
			{
				...{ type: 'openTextWorkflow', resource: 'case', operation: 'start' },
				...{ locator: 'modelKey', shows: 'order_risk_review' },
			},
		].map(({ type, locator, shows, ...parameters }, at) => ({
			node: node(`${locator} ${at}`, `${PACK}.${type}`, 1, { ...parameters }, at),
			locator,
			shows,
		}));
		const lists = path.join(world.folder, 'lists.json');
		writeFileSync(
			lists,
			JSON.stringify(
				file(
					'Lists',
					picks.map((pick) => pick.node),
					{},
				),
			),
		);
		await editor.openNew();
		await editor.importFile(lists);
		for (const { node: picking, locator, shows } of picks) {
			await editor.openDetails(picking.name);
			expect((await editor.listOf(locator)).join('\n')).toContain(shows);
			await picture(`list of ${locator}`);
			await editor.closeDetails();
			await editor.closeDetails();
		}
	});

	it('shows the variables that the chosen process model declares, each with its type, and says so where it declares none', async () => {
		const { workflow } = world.sandbox.client;
		const xml = readFileSync(path.join(TEMPLATES, 'processes/order-risk-review.bpmn20.xml'), 'utf8');
		await workflow.deploy(xml);
		await workflow.deploy(
			xml.replace(/<dataObject[^>]*\/>/g, '').replaceAll('order_risk_review', 'declares_nothing'),
		);
		const starting = (name: string, value: string, column: number, mode = 'list') =>
			node(
				name,
				`${PACK}.openTextWorkflow`,
				1,
				{
					resource: 'case',
					operation: 'start',
					modelKey: { __rl: true, mode, value },
					businessKey: 'k1',
					specifyVariables: 'model',
				},
				column,
			);
		const starts = path.join(world.folder, 'starts.json');
		const nodes = [
			starting('Declares', 'order_risk_review', 0),
			starting('Declares Nothing', 'declares_nothing', 1),
			starting('By Message', 'orderArrived', 2, 'message'),
		];
		writeFileSync(starts, JSON.stringify(file('Starts', nodes, {})));
		await editor.openNew();
		await editor.importFile(starts);
		await editor.openDetails('Declares');
		expect(await editor.mappedFields()).toEqual(
			expect.arrayContaining(['linkKey (string)', 'round (integer)', 'deadlineAt (date)']),
		);
		await picture('variables that a model declares');
		await editor.closeDetails();
		for (const [name, says] of [
			['Declares Nothing', 'declares no variables'],
			['By Message', 'A message does not tell'],
		]) {
			await editor.openDetails(name);
			await editor.page.getByText(says).first().waitFor();
			await picture(`no variables ${name}`);
			await editor.closeDetails();
		}
	});

	it('shows every field of every operation of OpenText Decision and its trigger, and says of each credential what it is for', async () => {
		const shown = decisionNodes();
		const decisions = path.join(world.folder, 'decisions.json');
		const nodes = shown.map((each) => each.node);
		writeFileSync(decisions, JSON.stringify(file('Decisions', nodes, {})));
		await editor.openNew();
		await editor.importFile(decisions);
		await editor.zoomToFit();
		const { errors } = editor;
		const [before, missing, labels] = [errors.length, new Map<string, string[]>(), new Set<string>()];
		for (const { node: each, fields } of shown) {
			await editor.openDetails(each.name);
			await picture(`fields of ${each.name}`);
			const there = await editor.details.labels();
			missing.set(
				each.name,
				fields.filter((field) => !there.includes(field)),
			);
			for (const label of await editor.details.credentialLabels()) labels.add(label);
			await editor.details.close();
		}
		expect([...missing].filter(([, fields]) => fields.length > 0)).toEqual([]);
		expect([...labels].sort()).toEqual([
			'BigCommerce',
			'BigCommerce B2B (Companies and Quotes)',
			'OpenText Core Signature',
			'OpenText Workflow',
		]);
		expect(errors.slice(before)).toEqual([]);
	});

	// An empty canvas offers triggers only, so each product's trigger comes first and its node joins it.
	it.each([
		{ node: 'BigCommerce Trigger', search: 'BigCommerce', action: 'On new BigCommerce event', empty: true },
		{ node: 'BigCommerce', search: 'BigCommerce', action: 'Claim a link', empty: false },
		{ node: 'BigCommerce B2B', search: 'BigCommerce B2B', action: 'Get many companies', empty: false },
		{
			node: 'OpenText Decision Trigger',
			search: 'OpenText Decision',
			action: 'On new OpenText Decision event',
			empty: true,
		},
		{ node: 'OpenText Decision', search: 'OpenText Decision', action: 'Ask for a decision', empty: false },
		{ node: 'OpenText Workflow Trigger', search: 'OpenText Workflow', action: 'On case ended', empty: true },
		{ node: 'OpenText Workflow', search: 'OpenText Workflow', action: 'Start a case', empty: false },
		{
			node: 'OpenText Core Signature Trigger',
			search: 'OpenText Core Signature',
			action: 'On new OpenText Core Signature event',
			empty: true,
		},
		{
			node: 'OpenText Core Signature',
			search: 'OpenText Core Signature',
			action: 'Send a signature request',
			empty: false,
		},
	])('finds $node by search in the node panel and puts it on the canvas', async (row) => {
		const { node, search, action, empty } = row;
		if (empty) await editor.openNew();
		const before = await editor.nodeNames();
		await editor.addBySearch(search, action);
		await picture(`details of ${node}`);
		await editor.closeDetails();
		await editor.zoomToFit();
		await picture(`canvas with ${node}`);
		expect(await editor.nodeNames()).toEqual([...before, empty ? node : action]);
		expect(await editor.unknownNodes()).toBe(0);
	});
});
