import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { about, DAY_MS, Decisions, MINUTE_MS, ON_HOLD, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

/** Ask about an order, for an item that carries something. */
const askFor = async (id: number, json: IDataObject, more: INodeParameters = {}) =>
	await world.engine.run({
		node: 'openTextDecision',
		parameters: decisions.asking(id, more),
		credentials: world.credentials('openTextDecision'),
		items: [json],
	});

const red = { options: { part: 'Lamp red' } };

/** A run that claimed its question and could not put it. */
async function leftUnasked(id: number): Promise<string> {
	await decisions.sandbox.faults.add({
		service: 'workflow',
		kind: 'status',
		status: 403,
		method: 'POST',
		path: '/process-instances',
		times: 1,
	});
	expect((await decisions.ask(id, red)).error).toBeDefined();
	return `sandbox1:order:${id}.lamp-red:risk-review:1`;
}

describe('an item that carries a question which a run left unasked', () => {
	it('goes on with it as it was begun: part, name, details, hold, whatever the node says by now', async () => {
		const id = await world.placeOrder();
		const key = await leftUnasked(id);
		const [[asked]] = outputsOf(
			await askFor(
				id,
				{ link: { key } },
				{ name: 'Another name', details: {}, watch: [], hold: 'leave', modelKey: 'no_such_model' },
			),
		);
		expect(asked).toMatchObject({ link: { key, part: 'lamp-red', round: 1, state: 'open' } });
		expect(await decisions.casesOf(key)).toMatchObject([
			{ name: `Risk review: order ${id}`, variables: { reviewReason: 'High value', part: 'lamp-red' } },
		]);
		const { holds, watched } = await decisions.roundOf(id, key);
		expect({ holds, watched: Object.keys(watched) }).toEqual({
			holds: true,
			watched: ['total', 'lines', 'addresses', 'shippingMethod'],
		});
		expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
	});

	it('is refused where the node asks by another way, whose credential it has not', async () => {
		const id = await world.placeOrder();
		const key = await leftUnasked(id);
		const { error } = await askFor(id, { link: { key } }, { askBy: 'signature', document: '<p>Yes</p>' });
		expect(error?.message).toContain('was asked by case, which is another way than this node is set to');
		expect((await decisions.roundOf(id, key)).state).toBe('claimed');
	});

	it('leaves another question alone, and so does an item without one', async () => {
		const id = await world.placeOrder();
		const key = await leftUnasked(id);
		const whole = `sandbox1:order:${id}:risk-review:1`;
		const fromElsewhere = { link: { key: key.replace('risk-review', 'order-sign-off') } };
		const [[first]] = outputsOf(await askFor(id, fromElsewhere));
		expect(first).toMatchObject({ link: { key: whole } });
		const [, [second]] = outputsOf(await askFor(id, {}));
		expect(second).toMatchObject({ reason: 'asked already', link: { key: whole } });
		expect((await decisions.roundOf(id, key)).state).toBe('claimed');
	});

	it('is refused when it is no link key, or one of another store', async () => {
		const id = await world.placeOrder();
		expect((await askFor(id, { link: { key: 'nonsense' } })).error?.message).toContain(
			'Continue must be a link key, but it is "nonsense"',
		);
		const { error } = await askFor(id, { link: { key: `elsewhere:order:${id}:risk-review:1` } });
		expect(error?.message).toContain('Continue names a question of the store "elsewhere"');
		expect(await decisions.sandbox.workflow.cases()).toEqual([]);
	});
});

describe('an item that carries a finished decision', () => {
	it('asks anew about the same part of the same object, and about another object as the node says', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, red);
		await decisions.decide(key, 'approved');
		const trigger = await decisions.triggerOf();
		try {
			await trigger.pollOutputs();
		} finally {
			await trigger.close();
		}
		await decisions.finish(key, { verdict: 'go', change: 'asBefore' });
		const again = { options: { afterDecision: 'always' } };
		const [[asked]] = outputsOf(await askFor(id, { link: { key } }, again));
		expect(asked).toMatchObject({ link: { part: 'lamp-red', round: 2 } });
		const other = await world.placeOrder();
		const [[another]] = outputsOf(await askFor(other, { link: { key } }, again));
		expect(another).toMatchObject({ link: { objectId: String(other), part: null, round: 1 } });
	});
});

describe('an answer that does not come in time', () => {
	it('ends a case that is to end then, as expired, and nothing is released', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, { options: { whenItPasses: 'expire' } });
		const trigger = await decisions.triggerOf();
		try {
			clock.aheadMs = DAY_MS - 10 * MINUTE_MS;
			expect(await trigger.pollOutputs()).toBeFalsy();
			await decisions.sandbox.advanceClock(DAY_MS + MINUTE_MS);
			clock.aheadMs = DAY_MS + MINUTE_MS;
			const [told] = (await trigger.pollOutputs()) ?? [];
			expect(told).toMatchObject([{ link: { key, state: 'decided' }, outcome: 'expired' }]);
			expect((await decisions.casesOf(key))[0].state).not.toBe('running');
			expect((await decisions.roundOf(id, key)).decided?.outcome).toBe('expired');
			expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
		} finally {
			await trigger.close();
		}
	});

	it('is told every day where the question stays open', async () => {
		const id = await world.placeOrder();
		await decisions.asked(id, { options: { whenItPasses: 'tell' } });
		const trigger = await decisions.triggerOf();
		try {
			await decisions.sandbox.advanceClock(DAY_MS + MINUTE_MS);
			clock.aheadMs = DAY_MS + MINUTE_MS;
			const [, progress = []] = (await trigger.pollOutputs()) ?? [];
			expect(progress.map(({ event }) => event)).toContain('overdue');
		} finally {
			await trigger.close();
		}
	});
});

describe('a question that is withdrawn by its link key', () => {
	it('is the one that the item carries', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, red);
		const withdrawn = await world.run('openTextDecision', {
			resource: 'decision',
			operation: 'withdraw',
			findBy: 'linkKey',
			linkKey: key,
			reason: 'No longer needed',
		});
		expect(outputsOf(withdrawn)[0]).toMatchObject([
			{ withdrawn: true, link: { key, part: 'lamp-red', state: 'closed' } },
		]);
		expect((await decisions.casesOf(key))[0].state).not.toBe('running');
	});

	it('is looked for by object, purpose and part where the item carries none', async () => {
		const id = await world.placeOrder();
		const { key } = await decisions.asked(id, red);
		const which = { resource: 'decision', operation: 'withdraw', purpose: 'risk-review', ...about(id) };
		const whole = await world.run('openTextDecision', which);
		expect(outputsOf(whole)[0]).toMatchObject([{ withdrawn: false, reason: 'it was never asked' }]);
		const part = await world.run('openTextDecision', { ...which, part: 'lamp red' });
		expect(outputsOf(part)[0]).toMatchObject([{ withdrawn: true, link: { key } }]);
	});
});
