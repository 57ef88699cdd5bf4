import type { INodeParameters } from 'n8n-workflow';
import { about, AWAITING_FULFILLMENT, Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const withdraw = async (id: number, options: INodeParameters = {}) => {
	const [[item]] = outputsOf(
		await world.run('openTextDecision', {
			resource: 'decision',
			operation: 'withdraw',
			...about(id),
			purpose: 'risk-review',
			reason: 'The customer called',
			options,
		}),
	);
	return item;
};

/** An order about which people have decided, and what they decided was carried out. */
async function finished(outcome: string, more: INodeParameters): Promise<{ id: number; key: string }> {
	const id = await world.placeOrder();
	const { key } = await decisions.asked(id);
	await decisions.decide(key, outcome);
	const trigger = await decisions.triggerOf();
	await trigger.pollOutputs();
	await trigger.close();
	outputsOf(await decisions.finish(key, more));
	return { id, key };
}

const KEPT = { verdict: 'stop', change: 'none' };

describe('a decision that is finished', () => {
	it('is left as it stands by Withdraw, and why is said', async () => {
		const { id, key } = await finished('rejected', KEPT);
		expect(await withdraw(id)).toMatchObject({ withdrawn: false, reason: 'it is applied already' });
		expect(await decisions.roundOf(id, key)).toMatchObject({ state: 'applied', verdict: 'stop' });
	});

	it('is revoked where that is wished: a Stop gives the order back, once', async () => {
		const { id, key } = await finished('rejected', KEPT);
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
		expect(await withdraw(id, { alsoFinished: true })).toMatchObject({ withdrawn: true });
		const { status_id: status, staff_notes: notes } = await decisions.orderOf(id);
		expect(status).toBe(AWAITING_FULFILLMENT);
		expect(notes).toContain('Risk review: withdrawn. The customer called');
		expect(await decisions.roundOf(id, key)).toMatchObject({ state: 'closed', verdict: 'withdrawn' });
		expect(await withdraw(id, { alsoFinished: true })).toMatchObject({ withdrawn: false });
	});

	it('that let the order go leaves it where it went, and can be asked anew', async () => {
		const { id } = await finished('approved', { verdict: 'go', change: 'asBefore' });
		await decisions.sandbox.bigCommerce.edit(id, { status_id: 2 });
		await withdraw(id, { alsoFinished: true });
		expect((await decisions.orderOf(id)).status_id).toBe(2);
		expect(await decisions.asked(id, { hold: 'leave' })).toMatchObject({ round: 2 });
	});
});

describe('a decision that was told and is not finished', () => {
	const later = (minutes: number) => {
		clock.aheadMs += minutes * MINUTE_MS;
	};

	/** As it is told until the trigger gives it up. */
	async function stuck() {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id);
		await decisions.decide(key, 'rejected');
		const trigger = await decisions.triggerOf({ options: { stuckAfter: 2 } });
		for (const told of [1, 2]) {
			expect((await trigger.pollOutputs())?.[0]).toMatchObject([{ again: told - 1 }]);
			if (told === 1) later(16);
		}
		return { id, key, trigger };
	}

	it('is left alone while it may be carried out at this moment, whatever is wished', async () => {
		const { id, key, trigger } = await stuck();
		for (const options of [{}, { alsoFinished: true }]) {
			expect(await withdraw(id, options)).toMatchObject({
				withdrawn: false,
				reason: 'it is being carried out',
			});
		}
		expect(await decisions.roundOf(id, key)).toMatchObject({ state: 'decided' });
		await trigger.close();
	});

	it('is ended once it got stuck, where that is wished: the order goes back, it can be asked anew, and is told no more', async () => {
		const { id, key, trigger } = await stuck();
		later(16);
		expect((await trigger.pollOutputs())?.[1]).toMatchObject([{ event: 'stuck', link: { key } }]);
		expect(await withdraw(id)).toMatchObject({
			withdrawn: false,
			reason: 'it was told and nobody has finished it: Also End a Finished Decision ends it',
		});
		expect(await withdraw(id, { alsoFinished: true })).toMatchObject({ withdrawn: true });
		expect((await decisions.orderOf(id)).status_id).toBe(AWAITING_FULFILLMENT);
		expect(await decisions.roundOf(id, key)).toMatchObject({
			state: 'closed',
			verdict: 'withdrawn',
			decided: { outcome: 'rejected' },
		});
		later(16);
		expect(await trigger.pollOutputs()).toBeNull();
		expect(outputsOf(await decisions.finish(key, KEPT))[1]).toMatchObject([{ movedTo: 'closed' }]);
		expect(await decisions.asked(id)).toMatchObject({ round: 2, state: 'open' });
		await trigger.close();
	});

	it('is left alone as long as an effect of it has just begun, however long ago it was told', async () => {
		const { id, key, trigger } = await stuck();
		later(16);
		await world.run('bigCommerce', {
			resource: 'order',
			operation: 'update',
			...about(id),
			updateFields: { appendToStaffNotes: 'Money goes back' },
			forDecision: key,
		});
		const options = { alsoFinished: true };
		expect(await decisions.roundOf(id, key)).toMatchObject({ begun: { heldBy: [] } });
		expect(await withdraw(id, options)).toMatchObject({ reason: 'it is being carried out' });
		later(16);
		expect(await withdraw(id, options)).toMatchObject({ withdrawn: true });
		await trigger.close();
	});
});
