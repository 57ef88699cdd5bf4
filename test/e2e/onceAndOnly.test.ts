import { failureOf, FLOOD, startWorld, type World } from './harness';
import { answered } from './support/answered';
import { expectVendorContract } from './support/contract';
import { publishReview, STATUS, withParameters, type Review } from './support/review';

const ROUNDS = 25;
const COPIES = 20;

/** Deliveries of one placed order to the hooks of the template: it is created, then moves to its status. */
const SCOPES_OF_A_PLACED_ORDER = 2;

describe('one effect per business fact, in a real n8n from the packed tarball', () => {
	let world: World;
	let review: Review;

	beforeAll(async () => {
		world = await startWorld('once-and-only', { ...FLOOD });
		review = await publishReview(world);
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
		await world.client.deactivate(rival.workflow.id);
		expect(wrong.map(failureOf)).toEqual([]);
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

	it('comes to the right end with one case when the services refuse, falter and break off after they acted', async () => {
		const { faults } = review.sandbox;
		const store = { service: 'bigcommerce', method: 'GET', path: '/v2/orders/\\d+' } as const;
		await faults.add({
			...store,
			kind: 'status',
			status: 429,
			times: 2,
			headers: { 'X-Rate-Limit-Time-Reset-Ms': '1500' },
		});
		await faults.add({ ...store, kind: 'status', status: 429, times: 1 });
		await faults.add({ ...store, kind: 'status', status: 503, times: 2 });
		await faults.add({
			service: 'bigcommerce',
			kind: 'resetAfter',
			method: 'POST',
			path: '/metafields',
			times: 1,
		});
		await faults.add({
			service: 'bigcommerce',
			kind: 'resetAfter',
			method: 'PUT',
			path: '/v2/orders/\\d+',
			times: 1,
		});
		await faults.add({
			service: 'workflow',
			kind: 'resetAfter',
			method: 'POST',
			path: '/process-instances',
			times: 1,
		});
		const { id } = await review.sandbox.bigCommerce.place('risky');
		const order = await review.held(id);
		expect(await review.casesOf(order)).toHaveLength(1);
		await faults.add({
			service: 'bigcommerce',
			kind: 'resetAfter',
			method: 'PUT',
			path: '/metafields/\\d+',
			times: 1,
		});
		await faults.add({
			service: 'bigcommerce',
			kind: 'status',
			status: 503,
			method: 'PUT',
			path: '/v2/orders/\\d+',
			times: 1,
		});
		await review.decide(order, 'approved');
		const released = await review.applied(id);
		expect(released.status_id).toBe(STATUS.awaitingFulfillment);
		expect(released.staff_notes?.match(/approved by/g)).toHaveLength(1);
		expect(await review.casesOf(order)).toHaveLength(1);
		expect((await faults.list()).filter(({ times }) => times > 0)).toEqual([]);
	});

	it('handles three orders and a decision that came while n8n was stopped, each once', async () => {
		const { id: waiting } = await review.sandbox.bigCommerce.place('risky');
		await review.held(waiting);
		await review.quiet();
		await world.n8n.stop();
		// of the first of them the store never tells again: only the sweep can find it
		await review.sandbox.faults.add({
			service: 'bigcommerce',
			kind: 'dropDelivery',
			path: '^store/order/',
			times: SCOPES_OF_A_PLACED_ORDER,
		});
		const missed = [
			await review.sandbox.bigCommerce.place('risky'),
			await review.sandbox.bigCommerce.place('high-value'),
			await review.sandbox.bigCommerce.place('address-mismatch'),
		];
		await review.decide({ id: waiting }, 'approved');
		await world.n8n.start();
		const released = await review.applied(waiting);
		for (const { id } of missed) await review.held(id);
		await review.quiet();
		expect((await review.undelivered(missed[0].id)).slice(0, SCOPES_OF_A_PLACED_ORDER)).toEqual(
			Array.from({ length: SCOPES_OF_A_PLACED_ORDER }, () => 'dropped'),
		);
		expect(released.status_id).toBe(STATUS.awaitingFulfillment);
		expect(released.staff_notes?.match(/approved by/g)).toHaveLength(1);
		for (const order of [{ id: waiting }, ...missed]) expect(await review.casesOf(order)).toHaveLength(1);
	});

	it('takes over a claim whose run died before it came to anything', async () => {
		await world.client.deactivate(review.workflow.id);
		const { id } = await review.sandbox.bigCommerce.place('risky');
		await leaveStaleClaim(review, id);
		const eager = withParameters('Every Ten Minutes', {
			rule: { interval: [{ field: 'minutes', minutesInterval: 1 }] },
		});
		const again = await publishReview(world, eager);
		const order = await again.held(id);
		expect(await again.casesOf(order)).toHaveLength(1);
		expect(JSON.stringify(await again.link(id))).toContain('taken over from');
	});

	expectVendorContract('one effect per business fact', () => review.sandbox);
});

/** What a run leaves behind that is killed right after its claim, twenty minutes ago. */
async function leaveStaleClaim(review: Review, id: number): Promise<void> {
	const claimedAt = new Date(Date.now() - 20 * 60_000).toISOString();
	const record = {
		version: 1,
		key: review.keyOf({ id }),
		state: 'claimed',
		holder: 'a run that died',
		claimedAt,
		leaseMs: 15 * 60_000,
		history: [{ state: 'claimed', at: claimedAt, run: '0' }],
	};
	await review.createLinkMetafield(id, 'risk-review:1', record);
}
