import { failureOf, outputOf, startWorld, waitFor, type World } from './harness';
import { create, publish } from './support/publishedTemplate';
import { file, node, PACK, to } from './support/waitingWorkflow';

const PLACED = 11;
const ON_HOLD = 12;

const ABOUT = { orderId: { __rl: true, mode: 'id', value: '={{ $json.id }}' }, purpose: 'risk-review' };

const ASK = {
	...ABOUT,
	name: 'Risk review',
	modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
	details: {
		detail: [
			{ name: 'reviewReason', value: 'High value' },
			{ name: 'reviewersGroup', value: 'order-reviewers' },
			{ name: 'managersGroup', value: 'order-managers' },
			{ name: 'serviceGroup', value: 'customer-service' },
		],
	},
};

const EVERY_MINUTE = { pollTimes: { item: [{ mode: 'everyMinute' }] } };

/** Asks about the newest order, as an event of it would. */
const asking = file(
	'Ask the reviewers',
	[
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Newest Order', `${PACK}.bigCommerce`, 1, { resource: 'order', operation: 'getAll', limit: 1 }, 1),
		node('Ask the Reviewers', `${PACK}.openTextDecision`, 1, ASK, 2),
	],
	{ Start: { main: [to('Newest Order')] }, 'Newest Order': { main: [to('Ask the Reviewers')] } },
);

/** Carries out what they decide. */
const deciding = file(
	'Review decided',
	[
		node('Review Decided', `${PACK}.openTextDecisionTrigger`, 1, { purpose: 'risk-review', ...EVERY_MINUTE }),
		node('Release the Order', `${PACK}.openTextDecision`, 1, { operation: 'finish' }, 1),
	],
	{ 'Review Decided': { main: [to('Release the Order')] } },
);

describe('the loop in two nodes, in a real n8n from the packed tarball', () => {
	let world: World;

	beforeAll(async () => {
		world = await startWorld('decision');
	});

	afterAll(async () => await world?.close());

	it('holds an order until people have decided, and then gives it the status it had, with who and why in its notes', async () => {
		const { bigCommerce, workflow } = world.sandbox.client;
		const { id } = await create(world, asking);
		await publish(world, deciding);
		const placed = await bigCommerce.place('harmless');
		const asked = await world.client.runManually(id, 'Start');
		expect(failureOf(asked)).toBeUndefined();
		expect(outputOf(asked, 'Ask the Reviewers', 0)).toMatchObject([
			{ id: placed.id, link: { state: 'open', round: 1, purpose: 'risk-review' } },
		]);
		expect(await bigCommerce.order(placed.id)).toMatchObject({ status_id: ON_HOLD });
		const again = await world.client.runManually(id, 'Start');
		expect(outputOf(again, 'Ask the Reviewers', 1)).toMatchObject([{ reason: 'asked already' }]);
		const [task, ...others] = await workflow.tasks();
		expect(others).toEqual([]);
		const user = 'rita.reviewer@example.com';
		await workflow.decide(task.id, { user, outcome: 'approved', reason: 'Customer called' });
		const released = await waitFor(
			'the order to be released',
			async () => {
				const order = await bigCommerce.order(placed.id);
				return order?.status_id === PLACED && order;
			},
			{ timeoutMs: 150_000 },
		);
		expect(released.staff_notes).toContain('Risk review: on hold, round 1.');
		expect(released.staff_notes).toMatch(
			/Risk review: approved by rita\.reviewer@example\.com, .* Customer called\./,
		);
	});
});
