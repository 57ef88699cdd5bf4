import { failureOf, startWorld, type World } from './harness';
import { expectVendorContract } from './support/contract';
import { publishReview, STATUS, type Review } from './support/review';

/** A small flood: with its defaults n8n spends much on each delivery (n8n guide 21). */
const COPIES = 5;

describe('the order risk review, in a real n8n from the packed tarball', () => {
	let world: World;
	let review: Review;

	beforeAll(async () => {
		world = await startWorld('order-risk-review');
		review = await publishReview(world);
	});

	afterAll(async () => await world?.close());

	it('puts a risky order on hold and opens exactly one case with its business key and variables', async () => {
		const { id } = await review.sandbox.bigCommerce.place('risky');
		const order = await review.held(id);
		const cases = await review.casesOf(order);
		expect(cases).toHaveLength(1);
		expect(cases[0].variables).toMatchObject({
			orderId: id,
			reviewerGroup: 'order-reviewers',
			risks: expect.stringContaining('high value'),
		});
		expect(order.staff_notes).toContain(`Case key ${review.keyOf(order)}`);
		expect(await review.link(id)).toMatchObject({ state: 'open', effect: { id: cases[0].id } });
	});

	it('releases an approved order and cancels a rejected one, and the order itself tells who decided what and when', async () => {
		const [approved, rejected] = [
			await review.sandbox.bigCommerce.place('high-value'),
			await review.sandbox.bigCommerce.place('address-mismatch'),
		];
		await Promise.all([review.held(approved.id), review.held(rejected.id)]);
		await review.decide(approved, 'approved', 'Known customer');
		await review.decide(rejected, 'rejected', 'Address does not exist', 'max.manager@example.com');
		const [released, cancelled] = await Promise.all([
			review.applied(approved.id),
			review.applied(rejected.id),
		]);
		expect(released.status_id).toBe(STATUS.awaitingFulfillment);
		expect(cancelled.status_id).toBe(STATUS.cancelled);
		expect(released.staff_notes).toMatch(/approved by rita\.reviewer@example\.com on \d{4}-.*Known customer/);
		expect(cancelled.staff_notes).toMatch(
			/rejected by max\.manager@example\.com on \d{4}-.*Address does not exist/,
		);
		expect(await review.link(approved.id)).toMatchObject({
			state: 'applied',
			decision: {
				outcome: 'approved',
				by: 'rita.reviewer@example.com',
				at: expect.stringMatching(/^\d{4}-/),
				reason: 'Known customer',
			},
			history: [{ state: 'claimed' }, { state: 'open' }, { state: 'decided' }, { state: 'applied' }],
		});
	});

	it('leaves a harmless order alone', async () => {
		const { id } = await review.sandbox.bigCommerce.place('harmless');
		await review.lookedAt(id);
		await review.settled();
		const order = await review.order(id);
		expect(order.status_id).toBe(STATUS.awaitingFulfillment);
		expect(order.staff_notes ?? '').toBe('');
		expect(await review.casesOf(order)).toHaveLength(0);
		expect(await review.link(id)).toBeUndefined();
	});

	it(`makes one case of a delivery that arrives ${COPIES} times at once, in an n8n as it comes`, async () => {
		const { id } = await review.sandbox.bigCommerce.place('risky');
		const { statuses } = await review.sandbox.bigCommerce.deliver({
			orderId: id,
			scope: 'store/order/created',
			copies: COPIES,
			redeliver: true,
		});
		expect(statuses).toHaveLength(COPIES);
		const order = await review.held(id);
		await review.settled();
		expect(await review.undelivered(id)).toEqual([]);
		expect(await review.casesOf(order)).toHaveLength(1);
	});

	it('keeps an order on hold while more information is needed, and says so in the staff notes', async () => {
		const { id } = await review.sandbox.bigCommerce.place('unusual-shipping');
		await review.held(id);
		await review.decide({ id }, 'moreInformation', 'Ask for a phone number');
		const order = await review.noted(id, 'more information is needed');
		expect(order.status_id).toBe(STATUS.onHold);
	});

	it('leaves an order alone that somebody changed while its case was open, and says why', async () => {
		const { id } = await review.sandbox.bigCommerce.place('high-value');
		await review.held(id);
		await review.sandbox.bigCommerce.edit(id, { status_id: STATUS.cancelled });
		await review.decide({ id }, 'approved');
		const order = await review.applied(id);
		expect(order.status_id).toBe(STATUS.cancelled);
		expect(order.staff_notes).toContain('is left as it is');
	});

	// Last, because the store's deliveries are signed with the sandbox's time, which is then another day.
	it('escalates when nobody decides in time, and ships nothing', async () => {
		const { id } = await review.sandbox.bigCommerce.place('fraud-flag');
		await review.held(id);
		await review.sandbox.advanceClock(25 * 3_600_000);
		await review.noted(id, 'escalated to order-managers');
		const [escalated] = await review.casesOf({ id });
		expect(escalated.tasks?.map(({ name }) => name)).toEqual(['Escalated Review']);
		expect((await review.order(id)).status_id).toBe(STATUS.onHold);
	});

	it('had no execution that went wrong', async () => {
		const wrong = await review.quiet();
		expect(wrong.map(failureOf)).toEqual([]);
	});

	expectVendorContract('the order risk review', () => review.sandbox);
});
