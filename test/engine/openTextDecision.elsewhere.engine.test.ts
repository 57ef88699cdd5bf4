import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { Decisions, MINUTE_MS, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

const linked = z.object({ link: z.object({ key: z.string() }) });

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const BY_HAND = 'by hand';

/** A person starts a case in the service, and another one decides it. */
async function decidedByHand(variables: object, businessKey = BY_HAND): Promise<void> {
	await world.must('openTextWorkflow', {
		resource: 'case',
		operation: 'start',
		modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
		businessKey,
		specifyVariables: 'json',
		variablesJson: JSON.stringify({
			reviewersGroup: 'order-reviewers',
			managersGroup: 'order-managers',
			serviceGroup: 'customer-service',
			deadlineIn: 'PT24H',
			deadlineAt: '2100-01-01T00:00:00Z',
			...variables,
		}),
	});
	await decisions.decide(businessKey, 'approved');
}

const triggerOf = async () =>
	await decisions.triggerOf({
		options: {
			elsewhere: { cases: { modelKey: 'order_risk_review', idVariable: 'orderId', partVariable: '' } },
		},
	});

describe('a case that was started elsewhere', () => {
	it('is linked and told once it is decided, finished like any other, and told no more', async () => {
		const id = await world.placeOrder();
		const trigger = await triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		await decidedByHand({ orderId: id });
		const [[item]] = (await trigger.pollOutputs()) ?? [];
		expect(item).toMatchObject({
			link: { objectType: 'order', objectId: String(id), purpose: 'risk-review', round: 1, state: 'decided' },
			outcome: 'approved',
			decidedBy: 'rita.reviewer@example.com',
			details: {},
			unchanged: true,
			clear: true,
			order: { id },
		});
		const { key } = linked.parse(item).link;
		const finish: INodeParameters = { verdict: 'go', change: 'none' };
		const [done] = outputsOf(await decisions.finish(key, finish));
		expect(done).toMatchObject([{ link: { key, state: 'applied', verdict: 'go' } }]);
		expect(await trigger.pollOutputs()).toBeNull();
		clock.aheadMs = 60 * MINUTE_MS;
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});

	it('and cannot be linked just now hides neither another one nor what is due, and is taken in later', async () => {
		const [id, other, due] = [await world.placeOrder(), await world.placeOrder(), await world.placeOrder()];
		const trigger = await triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		const { key } = await decisions.asked(due);
		await decisions.decide(key, 'approved');
		await decidedByHand({ orderId: id }, 'first by hand');
		await decidedByHand({ orderId: other }, 'second by hand');
		const refusal = { service: 'bigcommerce', kind: 'status', status: 403 } as const;
		await decisions.sandbox.faults.add({
			...refusal,
			method: 'POST',
			path: `/orders/${id}/metafields`,
			times: 99,
		});
		const about = z.object({ order: z.object({ id: z.number() }) });
		const told = async () =>
			((await trigger.pollOutputs())?.[0] ?? []).map((item) => about.parse(item).order.id);
		expect((await told()).sort()).toEqual([other, due].sort());
		await decisions.sandbox.faults.clear();
		expect(await told()).toEqual([id]);
		await trigger.close();
	});

	it('and does not say what it is about is told as unlinked, once', async () => {
		const trigger = await triggerOf();
		await trigger.pollOutputs();
		await decidedByHand({});
		const [decided, progress] = (await trigger.pollOutputs()) ?? [];
		expect(decided).toEqual([]);
		expect(progress).toMatchObject([{ event: 'unlinked', link: null }]);
		expect(progress[0].text).toContain('its variable "orderId" names no order');
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});
});
