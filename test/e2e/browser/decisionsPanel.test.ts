/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { failureOf, launchBrowser, openPage, startWorld, type World } from '../harness';
import { create, EVERY_TEN_SECONDS, publish } from '../support/publishedTemplate';
import { file, node, PACK, to } from '../support/waitingWorkflow';

const PURPOSES = ['risk-review', 'stock-exception'] as const;
const REVIEWER = 'rita.reviewer@example.com';

const ask = (purpose: string) => ({
	orderId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	purpose,
	name: purpose,
	modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
	details: {
		detail: [
			{ name: 'reviewersGroup', value: 'order-reviewers' },
			{ name: 'managersGroup', value: 'order-managers' },
			{ name: 'serviceGroup', value: 'customer-service' },
		],
	},
});

/** Asks about the newest order for both purposes. */
const asking = file(
	'Ask both',
	[
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Newest', `${PACK}.bigCommerce`, 1, { resource: 'order', operation: 'getAll', limit: 1 }, 1),
		...PURPOSES.map((purpose, row) => node(purpose, `${PACK}.openTextDecision`, 1, ask(purpose), 2, row)),
	],
	{ Start: { main: [to('Newest')] }, Newest: { main: [to(...PURPOSES)] } },
);

/** Carries out what people decide about a purpose. */
const deciding = (purpose: string) =>
	file(
		`Finish ${purpose}`,
		[
			node('Decided', `${PACK}.openTextDecisionTrigger`, 1, { purpose, pollTimes: EVERY_TEN_SECONDS }),
			node('Finish', `${PACK}.openTextDecision`, 1, { operation: 'finish' }, 1),
		],
		{ Decided: { main: [to('Finish')] } },
	);

describe('what the decision nodes did for an order, on the page of the sandbox', () => {
	let world: World;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		world = await startWorld('decisions-panel');
		browser = await launchBrowser();
		page = await openPage(browser, { viewport: { width: 1600, height: 1000 } });
	});

	afterAll(async () => {
		await browser?.close();
		await world?.close();
	});

	/** The decision about a purpose, once the page shows it as wished. */
	const shown = async (purpose: RegExp, ...words: RegExp[]) => {
		let decision = page.locator('[data-test="decision"]').filter({ hasText: purpose });
		for (const word of words) decision = decision.filter({ hasText: word });
		await decision.first().waitFor();
		expect(await decision.count()).toBe(1);
		return await decision.innerText();
	};

	const decide = async (purpose: string) => {
		const { workflow } = world.sandbox.client;
		const cases = await workflow.cases();
		const found = cases.find(({ businessKey }) => businessKey?.includes(`:${purpose}:`));
		const task = (await workflow.tasks()).find(({ processInstanceId }) => processInstanceId === found?.id);
		await workflow.decide(task?.id ?? '', { user: REVIEWER, outcome: 'approved', reason: 'Customer called' });
	};

	const picture = async (name: string) =>
		await page.screenshot({ path: path.join(world.folder, `${name}.png`) });

	it('has each with its state, and whether it holds the order', async () => {
		await world.sandbox.client.bigCommerce.place('risky');
		const { id } = await create(world, asking);
		expect(failureOf(await world.client.runManually(id, 'Start'))).toBeUndefined();
		await page.goto(world.sandbox.url);
		await shown(/risk review/i, /round 1/, /open/i, /holds the order/i, /show the case/i);
		await shown(/stock exception/i, /round 1/, /open/i, /holds the order/i, /show the case/i);
		await picture('1 both are open');
	});

	it('says who decided what and why, and for whom a decision waits that cannot be carried out yet', async () => {
		for (const purpose of PURPOSES) await publish(world, deciding(purpose));
		await decide('risk-review');
		const text = await shown(/risk review/i, /decided/i, /\bgo\b/i, /waits for stock-exception/i);
		expect(text).toContain(`by ${REVIEWER}`);
		expect(text).toContain('Customer called');
		expect(text).not.toMatch(/holds the order/i);
		await shown(/stock exception/i, /open/i, /holds the order/i);
		await picture('2 one waits for the other');
	});

	it('follows the last answer by itself: it is carried out, and nothing holds the order', async () => {
		await decide('stock-exception');
		const text = await shown(/stock exception/i, /applied/i, /\bgo\b/i);
		expect(text).not.toMatch(/holds the order/i);
		await picture('3 the last is carried out');
	});
});
