import { readTemplate } from '../../e2e/support/publishedTemplate';
import { Review, REVIEW } from '../../e2e/support/review';
import { OVERDUE, REVIEWED, TROUBLED } from '../../e2e/support/scenarios/review';
import { Stage } from './support/stage';
import { describeWithN8n } from './support/withN8n';

describeWithN8n('the order risk review, run by n8n-core', () => {
	let stage: Stage;
	let review: Review;

	beforeAll(async () => {
		stage = await Stage.open();
		review = new Review(await stage.publish(readTemplate(REVIEW.file)), REVIEW.purpose);
	});

	afterAll(async () => await stage?.close());

	it.each([...REVIEWED, ...TROUBLED, ...OVERDUE])('$rule', async ({ play }) => await play(review));

	it('had no execution that went wrong', async () => {
		expect(await review.quiet()).toEqual([]);
	});
});
