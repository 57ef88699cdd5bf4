import { z } from 'zod';
import { byId } from '../conformance/support/operationCase';
import { DAY_MS, Decisions, ON_HOLD, outputsOf } from './support/decisions';
import { movableClock } from './support/movableClock';
import { useWorld } from './support/useWorld';

/** Questions of which the store keeps no record any more: what carried it was removed, or somebody tidied the metafields. The services still know their answers. */

const world = useWorld();
const decisions = new Decisions(world);
const clock = movableClock();

const metafield = z.object({ id: z.number(), key: z.string() });

/** Another app removes every record of an order; the next day it is asked about again. */
async function forgetRounds(orderId: number): Promise<void> {
	const order = { resource: 'orderMetafield', orderId: byId(orderId) };
	const { outputs } = await world.run('bigCommerce', { ...order, operation: 'getAll', returnAll: true });
	for (const { json } of outputs.flat()) {
		const { id } = metafield.parse(json);
		await world.must('bigCommerce', { ...order, operation: 'delete', metafieldId: byId(id) });
	}
	clock.aheadMs += DAY_MS;
}

it('do not answer a new question: an old approval would let an order go that nobody looked at', async () => {
	const id = await world.placeOrder();
	const old = await decisions.asked(id);
	await decisions.decide(old.key, 'approved');
	await forgetRounds(id);

	const anew = await decisions.asked(id);
	expect(anew).toMatchObject({ round: 2, state: 'open' });
	expect(await decisions.casesOf(old.key)).toHaveLength(1);
	expect(await decisions.casesOf(anew.key)).toHaveLength(1);
	const trigger = await decisions.triggerOf();
	const [decided = []] = (await trigger.pollOutputs()) ?? [];
	expect(decided).toEqual([]);
	await decisions.decide(anew.key, 'rejected');
	expect((await trigger.pollOutputs())?.[0]).toMatchObject([
		{ link: { key: anew.key }, outcome: 'rejected' },
	]);
	await trigger.close();
});

it('do not answer it either when the service was down at first: the order waits all the same', async () => {
	const id = await world.placeOrder();
	const old = await decisions.asked(id);
	const { status_id: before } = await decisions
		.roundOf(id, old.key)
		.then(({ statusBefore }) => ({ status_id: statusBefore }));
	await decisions.decide(old.key, 'approved');
	await forgetRounds(id);
	await decisions.sandbox.bigCommerce.edit(id, { status_id: before });
	const down = { service: 'workflow', kind: 'status', status: 400, times: 1_000 } as const;
	world.sandbox.context.faults.add(down);
	expect((await decisions.ask(id)).error).toBeDefined();
	expect((await decisions.orderOf(id)).status_id).toBe(ON_HOLD);
	world.sandbox.context.faults.clear();
	const anew = await decisions.asked(id);
	expect(anew).toMatchObject({ round: 2, state: 'open' });
	expect(await decisions.roundOf(id, anew.key)).toMatchObject({ statusBefore: before });
});

it('go on where people still have them in front of them: nobody is asked twice', async () => {
	const id = await world.placeOrder();
	const old = await decisions.asked(id);
	await forgetRounds(id);
	expect(await decisions.asked(id)).toMatchObject({ key: old.key, round: 1, state: 'open' });
	expect(await decisions.casesOf(old.key)).toHaveLength(1);
});

it('are passed over however many they are', async () => {
	const id = await world.placeOrder();
	const trigger = await decisions.triggerOf();
	for (let round = 1; round <= 3; round++) {
		const { key } = await decisions.asked(id, { options: { afterDecision: 'always' } });
		await decisions.decide(key, 'rejected');
		await trigger.pollOutputs();
		outputsOf(await decisions.finish(key, { verdict: 'go', change: 'none' }));
	}
	await trigger.close();
	await forgetRounds(id);
	expect(await decisions.asked(id)).toMatchObject({ round: 4, state: 'open' });
});
