import { startWorld, type World } from './harness';
import { expectVendorContract } from './support/contract';
import { publishReview, type Review } from './support/review';
import { OVERDUE, REVIEWED } from './support/scenarios/review';

describe('the order risk review, in a real n8n from the packed tarball', () => {
	let world: World;
	let review: Review;

	beforeAll(async () => {
		world = await startWorld('order-risk-review');
		review = await publishReview(world);
	});

	afterAll(async () => await world?.close());

	it.each([...REVIEWED])('$rule', async ({ play }) => await play(review));

	// Last, because the store's deliveries are signed with the sandbox's time, which is then another day.
	it.each([...OVERDUE])('$rule', async ({ play }) => await play(review));

	it('had no execution that went wrong', async () => {
		expect(await review.quiet()).toEqual([]);
	});

	expectVendorContract('the order risk review', () => review.sandbox);
});
