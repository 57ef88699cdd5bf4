import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { SandboxClient } from '../e2e/harness/sandboxClient';
import { Decisions, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

const ON_HOLD = 12;
const AWAITING_FULFILLMENT = 11;
const MINUTE_MS = 60_000;

const linked = z.object({ link: z.object({ key: z.string() }) });

const world = useWorld();
let sandbox: SandboxClient;
let trigger: PublishedTrigger;
const clock = movableClock();

beforeAll(() => {
	sandbox = new SandboxClient(world.sandbox.url);
});

beforeEach(async () => {
	trigger = await PublishedTrigger.open({
		node: 'openTextDecisionTrigger',
		parameters: { purpose: 'risk-review' },
		credentials: world.credentials('openTextDecisionTrigger'),
	});
});

afterEach(async () => {
	await trigger.close();
});

/** An order on hold, about which people were asked, and which the trigger knows. */
async function asked(
	options: INodeParameters = {},
	order: object = {},
): Promise<{ id: number; key: string }> {
	const id = await world.placeOrder('harmless', order);
	const details = {
		reviewersGroup: 'order-reviewers',
		managersGroup: 'order-managers',
		serviceGroup: 'customer-service',
	};
	const item = await world.must('openTextDecision', {
		resource: 'decision',
		operation: 'ask',
		orderId: { __rl: true, mode: 'id', value: String(id) },
		purpose: 'risk-review',
		name: 'Risk review',
		modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
		details: { detail: Object.entries(details).map(([name, value]) => ({ name, value })) },
		watch: ['total'],
		hold: 'hold',
		answerWantedWithin: 240,
		options,
	});
	await trigger.pollOutputs();
	return { id, key: linked.parse(item).link.key };
}

const move = async (id: number, status: number) => await sandbox.bigCommerce.edit(id, { status_id: status });

/** Lets so much time pass that the trigger looks after the orders, which it does in every other poll at most. @returns what it tells as progress */
async function look(): Promise<IDataObject[]> {
	const told: IDataObject[] = [];
	for (let poll = 1; poll <= 2; poll++) {
		clock.aheadMs += 6 * MINUTE_MS;
		told.push(...((await trigger.pollOutputs())?.[1] ?? []));
	}
	return told;
}

const orderOf = async (id: number) => {
	const order = await sandbox.bigCommerce.order(id);
	if (!order) throw new Error(`order ${id} is not there`);
	return order;
};

describe('an order that somebody takes out of the hold while people decide', () => {
	it('is put back with a note, three times, and then told as stuck', async () => {
		const { id, key } = await asked();
		for (const time of [1, 2, 3]) {
			await move(id, AWAITING_FULFILLMENT);
			expect(await look()).toEqual([]);
			const order = await orderOf(id);
			expect(order.status_id).toBe(ON_HOLD);
			expect(order.staff_notes).toContain(`nobody has decided yet (round 1, ${time} of 3)`);
		}
		await move(id, AWAITING_FULFILLMENT);
		expect(await look()).toMatchObject([{ event: 'stuck', link: { key, state: 'open' } }]);
		expect((await orderOf(id)).status_id).toBe(AWAITING_FULFILLMENT);
	});

	it('goes back to where it was moved last: one that was paid meanwhile does not become unpaid', async () => {
		const { id, key } = await asked({}, { status_id: 7 });
		await move(id, AWAITING_FULFILLMENT);
		await look();
		expect((await orderOf(id)).status_id).toBe(ON_HOLD);
		const decisions = new Decisions(world);
		await decisions.decide(key, 'approved');
		await look();
		outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect((await orderOf(id)).status_id).toBe(AWAITING_FULFILLMENT);
	});

	it('takes its question back, where that is wished', async () => {
		const { id, key } = await asked({ ifItLeaves: 'withdraw' });
		await move(id, AWAITING_FULFILLMENT);
		expect(await look()).toEqual([]);
		const [found] = (await sandbox.workflow.cases()).filter(({ businessKey }) => businessKey === key);
		expect(found.state).toBe('ended');
		expect((await orderOf(id)).status_id).toBe(AWAITING_FULFILLMENT);
	});

	it('is left alone, where that is wished', async () => {
		const { id } = await asked({ ifItLeaves: 'leave' });
		await move(id, AWAITING_FULFILLMENT);
		expect(await look()).toEqual([]);
		expect((await orderOf(id)).status_id).toBe(AWAITING_FULFILLMENT);
		expect(await sandbox.workflow.tasks()).toHaveLength(1);
	});

	it('is not called back when it went where nothing waits any more, but told', async () => {
		const { id, key } = await asked();
		await move(id, 2);
		expect(await look()).toMatchObject([{ event: 'stuck', link: { key } }]);
		expect((await orderOf(id)).status_id).toBe(2);
	});

	it('is asked about no more when it was archived: the case ends, and that is told once', async () => {
		const { id, key } = await asked();
		await sandbox.bigCommerce.edit(id, { is_deleted: true });
		expect(await look()).toMatchObject([{ event: 'objectGone', link: { key, state: 'closed' } }]);
		const [found] = (await sandbox.workflow.cases()).filter(({ businessKey }) => businessKey === key);
		expect(found.state).toBe('ended');
		expect(await look()).toEqual([]);
	});
});
