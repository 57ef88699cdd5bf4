import { Decisions } from './support/decisions';
import { useWorld } from './support/useWorld';

const world = useWorld();
const decisions = new Decisions(world);

it('a long reason finds room beside a long question, is told in full, and hides no other decision', async () => {
	const [long, other] = [await world.placeOrder(), await world.placeOrder()];
	const details = {
		detail: [
			{ name: 'reviewersGroup', value: 'order-reviewers' },
			{ name: 'managersGroup', value: 'order-managers' },
			{ name: 'serviceGroup', value: 'customer-service' },
			{ name: 'complaint', value: 'c'.repeat(54_000) },
		],
	};
	const { key } = await decisions.asked(long, { details });
	const { key: beside } = await decisions.asked(other);
	const reason = 'r'.repeat(12_000);
	await decisions.decide(key, 'rejected', reason);
	await decisions.decide(beside, 'approved');
	const trigger = await decisions.triggerOf();
	const told = (await trigger.pollOutputs())?.[0] ?? [];
	expect(told).toHaveLength(2);
	expect(told).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ outcome: 'rejected', reason }),
			expect.objectContaining({ outcome: 'approved' }),
		]),
	);
	const { decided } = await decisions.roundOf(long, key);
	expect(decided).toMatchObject({ outcome: 'rejected', reason: expect.stringMatching(/^r+…$/) });
	await trigger.close();
});
