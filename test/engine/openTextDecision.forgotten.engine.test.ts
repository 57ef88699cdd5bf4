import { z } from 'zod';
import { byId } from '../conformance/support/operationCase';
import { Decisions, outputsOf } from './support/decisions';
import { World } from './support/world';

/** Questions of which the store keeps no record any more: what carried it was removed, or somebody tidied the metafields. The services still know their answers. */

let world: World;
let decisions: Decisions;

beforeAll(async () => {
	world = await World.open();
	decisions = new Decisions(world);
});

beforeEach(async () => {
	await world.reset();
});

afterAll(async () => await world.close());

const metafield = z.object({ id: z.number(), key: z.string() });

/** Another app removes every record of an order. */
async function forgetRounds(orderId: number): Promise<void> {
	const order = { resource: 'orderMetafield', orderId: byId(orderId) };
	const { outputs } = await world.run('bigCommerce', { ...order, operation: 'getAll', returnAll: true });
	for (const { json } of outputs.flat()) {
		const { id } = metafield.parse(json);
		await world.must('bigCommerce', { ...order, operation: 'delete', metafieldId: byId(id) });
	}
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
