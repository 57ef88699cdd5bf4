import { FLOOD, startWorld, type World } from './harness';
import { answered } from './support/answered';
import { expectVendorContract } from './support/contract';
import type { N8nRuntime } from './support/n8nRuntime';
import { publishReview, SOON_AGAIN, type Review } from './support/review';
import { TROUBLED } from './support/scenarios/review';
import { COPIES } from './support/scenarios/scenario';

const ROUNDS = 25;

describe('one effect per business fact, in a real n8n from the packed tarball', () => {
	let world: World;
	let review: Review<N8nRuntime>;

	beforeAll(async () => {
		world = await startWorld('once-and-only', { ...FLOOD });
		review = await publishReview(world, SOON_AGAIN);
	});

	afterAll(async () => await world?.close());

	it(`makes one case of a delivery that arrives ${COPIES} times at once, in ${ROUNDS} of ${ROUNDS} rounds, even with two workflows that want it`, async () => {
		// The second workflow shares no memory of deliveries with the first: only the claim stands between them.
		const rival = await publishReview(world, (file) => ({
			...file,
			name: 'Order Risk Review, published twice',
		}));
		const placed: number[] = [];
		for (let round = 1; round <= ROUNDS; round++) {
			const { id } = await review.sandbox.bigCommerce.place('risky');
			const { statuses } = await review.sandbox.bigCommerce.deliver({
				orderId: id,
				scope: 'store/order/created',
				copies: COPIES,
				redeliver: true,
			});
			// at once to the hooks of both; what n8n could not take then, it gets again
			expect(statuses).toHaveLength(2 * COPIES);
			await review.held(id);
			placed.push(id);
		}
		const wrong = await review.quiet();
		await world.client.deactivate(rival.runtime.workflow.id);
		expect(wrong).toEqual([]);
		for (const id of placed) expect(await review.undelivered(id)).toEqual([]);
		const cases = await review.sandbox.workflow.cases();
		const found = placed.map(
			(id) => cases.filter(({ businessKey }) => businessKey === review.keyOf({ id })).length,
		);
		expect(found).toEqual(placed.map(() => 1));
	});

	it('refuses forged deliveries with 401 and runs nothing', async () => {
		const { id } = await review.sandbox.bigCommerce.place('harmless');
		await review.lookedAt(id);
		await review.settled();
		const before = Date.now();
		const scope = 'store/order/created';
		const deliver = async (forgery: object) =>
			await review.sandbox.bigCommerce.deliver({ orderId: id, scope, ...forgery });
		const forgeries = {
			'no secret': { headers: { 'X-Webhook-Secret': null } },
			'wrong secret': { headers: { 'X-Webhook-Secret': 'guessed' } },
			'no signature': { headers: { 'webhook-signature': null } },
			'wrong signature': { tamper: 'signature' },
			'altered body': { tamper: 'body' },
		};
		const answers: Record<string, number[]> = {};
		for (const [name, forgery] of Object.entries(forgeries))
			answers[name] = await answered(async () => await deliver(forgery));
		expect(answers).toEqual(Object.fromEntries(Object.keys(forgeries).map((name) => [name, [401]])));
		await review.settled();
		const begun = (await world.client.executions()).filter(
			({ mode, startedAt }) => mode === 'webhook' && Date.parse(startedAt) >= before,
		);
		expect(begun).toEqual([]);
	});

	it.each([...TROUBLED])('$rule', async ({ play }) => await play(review));

	expectVendorContract('one effect per business fact', () => review.sandbox);
});
