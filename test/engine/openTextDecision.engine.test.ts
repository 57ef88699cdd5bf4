import type { SandboxClient } from '../e2e/harness/sandboxClient';
import { about, Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { expectNodeSchema } from './support/schema';
import { useWorld } from './support/useWorld';

const world = useWorld();
const decisions = new Decisions(world);
let sandbox: SandboxClient;
const clock = movableClock();

beforeAll(() => {
	({ sandbox } = decisions);
});

describe('a question about an order', () => {
	it('is asked once: the order is on hold with a note, and the case knows what people need', async () => {
		const id = await world.placeOrder();
		const before = await decisions.orderOf(id);
		const link = await decisions.asked(id);
		expect(link).toMatchObject({ round: 1, state: 'open' });
		const order = await decisions.orderOf(id);
		expect(order.status_id).toBe(ON_HOLD);
		expect(order.staff_notes).toContain('Risk review: on hold, round 1. reviewReason: High value');
		const [found, ...others] = await decisions.casesOf(link.key);
		expect(others).toEqual([]);
		expect(found.variables).toMatchObject({
			linkKey: link.key,
			objectType: 'order',
			objectId: String(id),
			round: 1,
			reviewReason: 'High value',
			orderTotal: String(before.total_inc_tax),
		});
	});

	it('that is asked by many runs at once is asked once', async () => {
		const id = await world.placeOrder();
		const runs = await Promise.all(Array.from({ length: 8 }, async () => outputsOf(await decisions.ask(id))));
		expect(runs.flatMap(([done]) => done)).toHaveLength(1);
		const [{ businessKey }, ...others] = await sandbox.workflow.cases();
		expect(others).toEqual([]);
		expect(businessKey).toMatch(/:risk-review:1$/);
		const notes = String((await decisions.orderOf(id)).staff_notes);
		expect(notes.split('on hold, round 1')).toHaveLength(2);
	});

	it('is asked anew when something watched changed: the earlier case is ended, and the status before stays known', async () => {
		const id = await world.placeOrder();
		const { status_id: before } = await decisions.orderOf(id);
		const first = await decisions.asked(id);
		await sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		const second = await decisions.asked(id);
		expect(second.round).toBe(2);
		expect((await decisions.casesOf(first.key))[0].state).toBe('ended');
		const trigger = await decisions.triggerOf();
		await decisions.decide(second.key, 'approved');
		const [[item]] = (await trigger.pollOutputs()) ?? [];
		expect(item).toMatchObject({ link: { key: second.key }, unchanged: true, clear: true });
		outputsOf(await decisions.finish(second.key, { verdict: 'go', change: 'asBefore' }));
		expect((await decisions.orderOf(id)).status_id).toBe(before);
		await trigger.close();
	});

	it('is not asked about an order that does not wait any more', async () => {
		const id = await world.placeOrder();
		await sandbox.bigCommerce.edit(id, { status_id: 2 });
		const [done, notDone] = outputsOf(await decisions.ask(id));
		expect(done).toEqual([]);
		expect(notDone).toMatchObject([{ reason: 'an order in status 2 does not wait any more' }]);
		expect(await sandbox.workflow.cases()).toEqual([]);
	});
});

describe('a decision', () => {
	it('is told, carried out once, and told no more: the order goes back to the status it had', async () => {
		const id = await world.placeOrder();
		const { status_id: before } = await decisions.orderOf(id);
		const { key } = await decisions.asked(id);
		const trigger = await decisions.triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		await decisions.decide(key, 'approved');
		const [[item], progress, again] = (await trigger.pollOutputs()) ?? [];
		expect([progress, again]).toEqual([[], []]);
		expect(item).toMatchObject({
			outcome: 'approved',
			reason: 'Customer called',
			decidedBy: 'rita.reviewer@example.com',
			details: { reviewReason: 'High value' },
			unchanged: true,
			changed: [],
			heldBy: [],
			clear: true,
			again: 0,
			order: { id },
		});
		expectNodeSchema('OpenTextDecision', undefined, undefined, item);
		const [done] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect(done).toMatchObject([{ link: { key, state: 'applied', verdict: 'go' } }]);
		const order = await decisions.orderOf(id);
		expect(order.status_id).toBe(before);
		expect(order.staff_notes).toMatch(
			/Risk review: approved by rita\.reviewer@example\.com, .* Customer called\./,
		);
		outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect((await decisions.orderOf(id)).staff_notes).toBe(order.staff_notes);
		clock.aheadMs = 60 * MINUTE_MS;
		expect(await trigger.pollOutputs()).toBeNull();
		await trigger.close();
	});

	it('tells everybody who had a part in it, how many they were, and whether who wanted it decided it', async () => {
		const id = await world.placeOrder();
		const trigger = await decisions.triggerOf();
		const { key } = await decisions.asked(id, { options: { requestedBy: 'Max.Manager@example.com' } });
		await decisions.decide(key, 'moreInformation');
		await decisions.decide(key, 'ready', 'Asked the shopper', 'max.manager@example.com');
		await decisions.decide(key, 'approved');
		const [[item]] = (await trigger.pollOutputs()) ?? [];
		const at: unknown = expect.stringMatching(/^2/);
		expect(item).toMatchObject({
			people: [
				{ who: 'rita.reviewer@example.com', step: 'Review the Order', at },
				{ who: 'max.manager@example.com', step: 'Collect Information', at },
				{ who: 'rita.reviewer@example.com', step: 'Review the Order', at },
			],
			deciders: 2,
			requesterDecided: true,
			decidedBy: 'rita.reviewer@example.com',
		});
		await trigger.close();
	});

	it('that nobody finishes is told again after the set time, and as stuck in the end', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		const trigger = await decisions.triggerOf({ options: { stuckAfter: 2 } });
		await decisions.decide(key, 'approved');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ again: 0 }]);
		expect(await trigger.pollOutputs()).toBeNull();
		clock.aheadMs = 16 * MINUTE_MS;
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ again: 1 }]);
		clock.aheadMs = 32 * MINUTE_MS;
		const [told, progress] = (await trigger.pollOutputs()) ?? [];
		expect(told).toEqual([]);
		expect(progress).toMatchObject([{ event: 'stuck', link: { key } }]);
		await trigger.close();
	});

	it('about an order that changed meanwhile is held back, and the order stays on hold', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		await decisions.decide(key, 'approved');
		await sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		const trigger = await decisions.triggerOf();
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([
			{ unchanged: false, changed: ['total'], clear: false },
		]);
		const [, notDone] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect(notDone).toMatchObject([{ changed: ['total'], link: { state: 'applied' } }]);
		const order = await decisions.orderOf(id);
		expect(order.status_id).toBe(ON_HOLD);
		expect(order.staff_notes).toContain('not released: changed meanwhile: total');
		const [done, again] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect([done, again]).toMatchObject([[], [{ changed: ['total'], link: { state: 'applied' } }]]);
		expect((await decisions.orderOf(id)).staff_notes).toBe(order.staff_notes);
		await trigger.close();
	});

	it('about an order that changed meanwhile holds it against the Go of another purpose, until it is asked anew', async () => {
		const id = await world.placeOrder();
		const { status_id: before } = await decisions.orderOf(id);
		const risk = await decisions.asked(id);
		const triggers = [await decisions.triggerOf(), await decisions.triggerOf({ purpose: 'stock-exception' })];
		const go = { verdict: 'go', change: 'asBefore' };
		await decisions.decide(risk.key, 'approved');
		await triggers[0].pollOutputs();
		await sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
		outputsOf(await decisions.finish(risk.key, go));
		const other = await decisions.asked(id, { purpose: 'stock-exception', name: 'Stock' });
		await decisions.decide(other.key, 'approved');
		await triggers[1].pollOutputs();
		expect(outputsOf(await decisions.finish(other.key, go))).toMatchObject([[], [{ heldBy: [risk.key] }]]);
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
		const anew = await decisions.asked(id);
		expect(anew.round).toBe(2);
		await decisions.decide(anew.key, 'approved');
		await triggers[0].pollOutputs();
		expect(outputsOf(await decisions.finish(anew.key, go))).toMatchObject([
			[{ link: { state: 'applied' } }],
			[],
		]);
		expect((await decisions.orderOf(id)).status_id).toBe(before);
		for (const trigger of triggers) await trigger.close();
	});

	it('releases an order for which two purposes wait only when both said go, whichever comes first', async () => {
		const id = await world.placeOrder();
		const { status_id: before } = await decisions.orderOf(id);
		const risk = await decisions.asked(id);
		const other = await decisions.asked(id, { purpose: 'stock-exception', name: 'Stock' });
		const triggers = [await decisions.triggerOf(), await decisions.triggerOf({ purpose: 'stock-exception' })];
		await decisions.decide(risk.key, 'approved');
		await decisions.decide(other.key, 'approved');
		for (const trigger of triggers) await trigger.pollOutputs();
		const [, held] = outputsOf(await decisions.finish(risk.key, { verdict: 'go', change: 'asBefore' }));
		expect(held).toMatchObject([{ heldBy: [other.key], link: { state: 'decided', verdict: 'go' } }]);
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
		outputsOf(await decisions.finish(other.key, { verdict: 'go', change: 'asBefore' }));
		expect((await decisions.orderOf(id)).status_id).toBe(before);
		clock.aheadMs = 16 * MINUTE_MS;
		expect((await triggers[0].pollOutputs())?.[0]).toMatchObject([{ link: { key: risk.key }, heldBy: [] }]);
		const [done] = outputsOf(await decisions.finish(risk.key, { verdict: 'go', change: 'asBefore' }));
		expect(done).toMatchObject([{ link: { state: 'applied' } }]);
		for (const trigger of triggers) await trigger.close();
	});

	it('that stops leaves the order in the status that is wished', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		const trigger = await decisions.triggerOf();
		await decisions.decide(key, 'rejected');
		expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ outcome: 'rejected' }]);
		outputsOf(await decisions.finish(key, { verdict: 'stop', change: 'status', statusId: 5 }));
		expect((await decisions.orderOf(id)).status_id).toBe(5);
		await trigger.close();
	});
});

describe('a question that is over', () => {
	it('is not withdrawn while what people decided is being carried out', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		const other = await decisions.asked(id, { purpose: 'stock-exception', name: 'Stock' });
		const trigger = await decisions.triggerOf();
		await decisions.decide(key, 'approved');
		await trigger.pollOutputs();
		const [, held] = outputsOf(await decisions.finish(key, { verdict: 'go', change: 'asBefore' }));
		expect(held).toMatchObject([{ heldBy: [other.key] }]);
		const withdrawing = { resource: 'decision', operation: 'withdraw', purpose: 'risk-review', ...about(id) };
		expect(await world.must('openTextDecision', withdrawing)).toMatchObject({
			withdrawn: false,
			reason: 'it is being carried out',
			link: { key, state: 'decided', verdict: 'go' },
		});
		await trigger.close();
	});

	it('is withdrawn: its case ends, the order goes back, and nothing is told', async () => {
		const id = await world.placeOrder();
		const { status_id: before } = await decisions.orderOf(id);
		const { key } = await decisions.asked(id);
		const withdrawing = { resource: 'decision', operation: 'withdraw', purpose: 'risk-review', ...about(id) };
		expect(await world.must('openTextDecision', withdrawing)).toMatchObject({ withdrawn: true });
		expect((await decisions.casesOf(key))[0].state).toBe('ended');
		expect((await decisions.orderOf(id)).status_id).toBe(before);
		const trigger = await decisions.triggerOf();
		expect(await trigger.pollOutputs()).toBeNull();
		expect(await world.must('openTextDecision', withdrawing)).toMatchObject({ withdrawn: false });
		await trigger.close();
	});
});
