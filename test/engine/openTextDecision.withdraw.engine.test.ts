import type { INodeParameters } from 'n8n-workflow';
import { about, AWAITING_FULFILLMENT, Decisions, ON_HOLD, outputsOf } from './support/decisions';
import { useWorld } from './support/useWorld';

const world = useWorld();
const decisions = new Decisions(world);

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
