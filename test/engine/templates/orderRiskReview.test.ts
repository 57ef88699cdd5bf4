import { readTemplate } from '../../e2e/support/publishedTemplate';
import { Review, REVIEW, STATUS } from '../../e2e/support/review';
import { OVERDUE, REVIEWED, TROUBLED } from '../../e2e/support/scenarios/review';
import { Stage, type RunnerRuntime } from './support/stage';
import { describeWithN8n } from './support/withN8n';

describeWithN8n('the order risk review, run by n8n-core', () => {
	let stage: Stage;
	let review: Review<RunnerRuntime>;

	beforeAll(async () => {
		stage = await Stage.open();
		review = new Review(await stage.publish(readTemplate(REVIEW.file)), REVIEW.purpose);
	});

	afterAll(async () => await stage?.close());

	it.each([...REVIEWED, ...TROUBLED, ...OVERDUE])('$rule', async ({ play }) => await play(review));

	it('had no execution that went wrong', async () => {
		expect(await review.quiet()).toEqual([]);
	});

	/** Nothing but the clock brings back what a dead run has claimed. */
	const PAST_THE_LEASE_MS = 20 * 60_000;

	it.each(['Claim the Review', 'Put the Order on Hold', 'Start the Case', 'Record the Case'])(
		'opens one case when n8n dies right after "%s"',
		async (node) => {
			review.runtime.runner.dieAfter(node);
			const { id } = await review.sandbox.bigCommerce.place('risky');
			await review.until('n8n to die', async () => await Promise.resolve(review.runtime.runner.isDead));
			await review.runtime.advance(PAST_THE_LEASE_MS);
			await review.held(id);
			await review.settled();
			expect(await review.casesOf({ id })).toHaveLength(1);
		},
	);

	it.each(['Record the Decision', 'Release the Order', 'Record It as Applied'])(
		'releases an order once when n8n dies right after "%s"',
		async (node) => {
			const { id } = await review.sandbox.bigCommerce.place('risky');
			await review.held(id);
			review.runtime.runner.dieAfter(node);
			await review.decide({ id }, 'approved');
			await review.until('n8n to die', async () => await Promise.resolve(review.runtime.runner.isDead));
			const order = await review.applied(id);
			expect(order.status_id).toBe(STATUS.awaitingFulfillment);
			expect(order.staff_notes?.match(/approved by/g)).toHaveLength(1);
		},
	);
});
