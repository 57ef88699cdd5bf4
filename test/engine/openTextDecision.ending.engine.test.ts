import type { INodeParameters } from 'n8n-workflow';
import { about, Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { Doom } from './support/doomed';
import { movableClock } from './support/movableClock';
import type { PublishedTrigger } from './support/publishedTrigger';
import { useWorld } from './support/useWorld';

/** A run that dies between closing a round and ending its case: the process is really killed before or after the case ends. */

const AWAITING_FULFILLMENT = 11;

const world = useWorld();
const decisions = new Decisions(world);
let doom: Doom;
let trigger: PublishedTrigger;
const clock = movableClock();

beforeAll(() => {
	doom = new Doom();
});

beforeEach(async () => {
	trigger = await decisions.triggerOf();
});

afterEach(async () => await trigger.close());

afterAll(async () => await doom.close());

const ENDS_CASE = { service: 'workflow', method: 'DELETE', path: '/process-instances/' } as const;

/** Kills a run at the moment at which it ends a case. */
async function killedAtTheEnd(
	parameters: INodeParameters,
	kind: 'silentBefore' | 'silentAfter',
): Promise<void> {
	await decisions.sandbox.faults.add({ ...ENDS_CASE, kind, times: 1 });
	const run = { node: 'openTextDecision', parameters, credentials: world.credentials('openTextDecision') };
	await doom.strike(run, () => world.sandbox.context.faults.list().length === 0);
}

const stateOf = async (key: string) => (await decisions.casesOf(key))[0].state;

const withdrawing = (id: number) => ({
	resource: 'decision',
	operation: 'withdraw',
	purpose: 'risk-review',
	reason: 'No longer risky',
	...about(id),
});

const later = async (minutes: number) => {
	clock.aheadMs += minutes * MINUTE_MS;
	return await trigger.pollOutputs();
};

const callsOf = async (poll: () => Promise<unknown>) => {
	await decisions.sandbox.exchanges.clear();
	await poll();
	return (await decisions.sandbox.exchanges.list()).map(({ method, url }) => `${method} ${url}`);
};

describe.each(['silentBefore', 'silentAfter'] as const)(
	'a run that is killed (%s) as it ends a case',
	(kind) => {
		it('that Withdraw took back: the trigger ends it and gives the order back, once', async () => {
			const id = await world.placeOrder();
			const { status_id: before } = await decisions.orderOf(id);
			const { key } = await decisions.asked(id);
			await trigger.pollOutputs();
			await killedAtTheEnd(withdrawing(id), kind);
			expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
			expect(await later(1)).toBeNull();
			expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
			expect(await later(6)).toBeNull();
			expect(await stateOf(key)).toBe('ended');
			const order = await decisions.orderOf(id);
			expect(order.status_id).toBe(before);
			expect(String(order.staff_notes).split('withdrawn. No longer risky (round 1)')).toHaveLength(2);
			expect((await decisions.roundOf(id, key)).ending).toMatchObject({ isDone: true });
			await later(1);
			expect(await callsOf(async () => await later(1))).toHaveLength(3);
		});

		it('of a question that a newer one replaces: the trigger ends the old one, and the order waits on for the new one', async () => {
			const id = await world.placeOrder();
			const { key } = await decisions.asked(id);
			await trigger.pollOutputs();
			await decisions.sandbox.bigCommerce.edit(id, { total_ex_tax: '9999.0000', total_inc_tax: '9999.0000' });
			await killedAtTheEnd(decisions.asking(id), kind);
			const [, , again = []] = (await later(6)) ?? [];
			expect(again).toMatchObject([{ link: { round: 2, state: 'claimed' } }]);
			expect(await stateOf(key)).toBe('ended');
			expect((await decisions.roundOf(id, key)).ending).toMatchObject({ isDone: true });
			expect(await decisions.asked(id)).toMatchObject({ round: 2, state: 'open' });
			expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
		});
	},
);

describe('a round that was closed', () => {
	it('whose case cannot be ended is tried again at each poll, and does not hide the others', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, { options: { ifItLeaves: 'withdraw' } });
		await trigger.pollOutputs();
		await decisions.sandbox.bigCommerce.edit(id, { status_id: AWAITING_FULFILLMENT });
		const other = await decisions.asked(await world.placeOrder());
		await decisions.decide(other.key, 'approved');
		await decisions.sandbox.faults.add({ ...ENDS_CASE, kind: 'status', status: 403, times: 1 });
		const told = [await later(6), await later(6)].flatMap((outputs) => outputs?.[0] ?? []);
		expect(told).toMatchObject([{ link: { key: other.key } }]);
		expect((await decisions.roundOf(id, key)).state).toBe('closed');
		expect(await later(6)).toBeNull();
		expect(await stateOf(key)).toBe('ended');
		expect((await decisions.orderOf(id)).status_id).toBe(AWAITING_FULFILLMENT);
	});

	it('gives no order back for which something was asked anew since', async () => {
		const id = await world.placeOrder();
		await decisions.asked(id);
		await killedAtTheEnd(withdrawing(id), 'silentBefore');
		expect(await decisions.asked(id)).toMatchObject({ round: 2, state: 'open' });
		await later(6);
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
	});
});

describe('an order that is really gone', () => {
	const DAY = 24 * 60 + 1;

	it('is told once, its case ends, and the others are told beside it', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		const other = await decisions.asked(await world.placeOrder(), { answerWantedWithin: 240 });
		await trigger.pollOutputs();
		await decisions.sandbox.bigCommerce.remove(id);
		await decisions.decide(other.key, 'approved');
		const [decided, progress] = (await later(DAY)) ?? [];
		expect(decided).toMatchObject([{ link: { key: other.key } }]);
		expect(progress).toMatchObject([
			{
				event: 'objectGone',
				text: `Order ${id} is gone, nobody is asked about it any more (risk-review, round 1).`,
				link: { key, round: 1, state: 'closed', verdict: 'withdrawn' },
			},
		]);
		expect(await stateOf(key)).toBe('ended');
		for (const minutes of [1, 1, 6, DAY]) expect((await later(minutes))?.[1] ?? []).toEqual([]);
	});

	it('of which people decide the case is told as gone, not as decided', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		await trigger.pollOutputs();
		await decisions.sandbox.bigCommerce.remove(id);
		await decisions.decide(key, 'approved');
		expect(await later(1)).toMatchObject([[], [{ event: 'objectGone', link: { key } }], []]);
		expect(await later(1)).toBeNull();
	});

	it('needs no note any more: what is noted behind Progress leaves by Not Running, and fails nothing', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		await decisions.sandbox.bigCommerce.remove(id);
		const noting = { resource: 'decision', operation: 'note', linkKey: key, text: `Order ${id} is gone` };
		const [noted, notRunning] = outputsOf(await world.run('openTextDecision', noting));
		expect(noted).toEqual([]);
		expect(notRunning).toMatchObject([{ noted: false, reason: 'what it was about is gone' }]);
	});

	it('whose case cannot be ended is told only when it was', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, { answerWantedWithin: 240 });
		await trigger.pollOutputs();
		await decisions.sandbox.bigCommerce.remove(id);
		await decisions.sandbox.faults.add({ ...ENDS_CASE, kind: 'status', status: 403, times: 1 });
		await expect(later(DAY)).rejects.toThrow();
		expect(await later(1)).toMatchObject([[], [{ event: 'objectGone', link: { key } }], []]);
		expect(await stateOf(key)).toBe('ended');
	});
});
