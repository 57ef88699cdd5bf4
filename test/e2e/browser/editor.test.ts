/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, login, startWorld, type World } from '../harness';
import { readTemplate } from '../support/review';
import { EditorPage } from './editorPage';

const TEMPLATE = path.join(__dirname, '../../../workflows-templates/order-risk-review.json');

describe('the editor, in a real browser', () => {
	let world: World;
	let browser: Browser;
	let editor: EditorPage;

	const picture = async (name: string) => await editor.screenshot(path.join(world.folder, `${name}.png`));

	beforeAll(async () => {
		world = await startWorld('editor');
		browser = await launchBrowser();
		const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
		await login(page, world.n8n.url);
		editor = new EditorPage(page, world.n8n.url);
	});

	afterAll(async () => {
		await browser?.close();
		await world?.close();
	});

	it('imports the template from its file through the menu, with no unknown node and no red node', async () => {
		await editor.openNew();
		await editor.importFile(TEMPLATE);
		await editor.zoomToFit();
		await picture('template');
		const expected = readTemplate()
			.nodes.filter(({ type }) => !type.endsWith('stickyNote'))
			.map(({ name }) => name);
		expect((await editor.nodeNames()).sort()).toEqual(expected.sort());
		expect(await editor.unknownNodes()).toBe(0);
		expect(await editor.redNodes()).toEqual([]);
	});

	// An empty canvas offers triggers only, so each product's trigger comes first and its node joins it.
	it.each([
		{ node: 'BigCommerce Trigger', search: 'BigCommerce', action: 'On new BigCommerce event', empty: true },
		{ node: 'BigCommerce', search: 'BigCommerce', action: 'Claim a link', empty: false },
		{ node: 'OpenText Workflow Trigger', search: 'OpenText Workflow', action: 'On case ended', empty: true },
		{ node: 'OpenText Workflow', search: 'OpenText Workflow', action: 'Start a case', empty: false },
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
