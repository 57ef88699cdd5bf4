import { readTemplate } from '../../e2e/support/publishedTemplate';
import { Review, REVIEW, STATUS } from '../../e2e/support/review';
import { OVERDUE, REVIEWED, TROUBLED } from '../../e2e/support/scenarios/review';
import { Stage, type RunnerRuntime } from './support/stage';
import { describeWithN8n } from './support/withN8n';

const DAY_MS = 86_400_000;

describeWithN8n('the order risk review, run by n8n-core', () => {
	let stage: Stage;
	let review: Review<RunnerRuntime>;

	beforeAll(async () => {
		stage = await Stage.open();
		review = new Review(await stage.publish(readTemplate(REVIEW.file)), REVIEW.purpose);
	});

	afterAll(async () => await stage?.close());

	it.each([...REVIEWED, ...TROUBLED])('$rule', async ({ play }) => await play(review));

	it('opens one case when n8n dies right after it has asked', async () => {
		let id = 0;
		await review.runtime.cutPower({ after: 'Ask the Reviewers' }, async () => {
			({ id } = await review.sandbox.bigCommerce.place('risky'));
		});
		await review.held(id);
		await review.settled();
		expect(await review.casesOf({ id })).toHaveLength(1);
	});

	it.each([
		['What Was Decided?', 'approved', STATUS.awaitingFulfillment],
		['Release the Order', 'approved', STATUS.awaitingFulfillment],
		['Cancel the Order', 'rejected', STATUS.refunded],
	])('ends once when n8n dies right after "%s"', async (after, outcome, status) => {
		const { id } = await review.sandbox.bigCommerce.place('high-value');
		await review.held(id);
		await review.runtime.cutPower({ after }, async () => await review.decide({ id }, outcome));
		const order = await review.applied(id);
		expect(order.status_id).toBe(status);
		expect(order.staff_notes?.match(/(approved|rejected) by/g)).toHaveLength(1);
	});

	it.each([...OVERDUE])('$rule', async ({ play }) => await play(review));

	it('notes each day once that nobody has decided, and never releases the order', async () => {
		const { id } = await review.sandbox.bigCommerce.place('high-value');
		await review.held(id);
		for (const days of [1, 2, 3]) {
			await review.runtime.advance(DAY_MS + 60_000);
			await review.noted(id, days === 1 ? 'the deadline has passed' : `${days - 1} day`);
		}
		await review.settled();
		const { staff_notes: notes, status_id: status } = await review.order(id);
		expect(notes?.match(/Nobody has decided yet/g)).toHaveLength(3);
		expect(status).toBe(STATUS.onHold);
		expect(await review.link(id)).toMatchObject({ state: 'open' });
	});

	it('had no execution that went wrong', async () => {
		expect(await review.quiet()).toEqual([]);
	});

	// Last, because it does go wrong.
	it('goes the same way once more with a question that nobody could be asked at first', async () => {
		const { faults, bigCommerce } = review.sandbox;
		const refusal = { service: 'workflow', kind: 'status', status: 403 } as const;
		await faults.add({ ...refusal, method: 'POST', path: '/process-instances', times: 100 });
		const { id } = await bigCommerce.place('high-value');
		const isGivenBack = async () => (await review.link(id))?.leaseMs === 0;
		await review.until('the question to be given back', isGivenBack);
		await review.settled();
		expect(await review.casesOf({ id })).toEqual([]);
		await faults.clear();
		await review.held(id);
		const askedAgain = review.runtime.runner.runs.flatMap((run) => run.itemsOf('Review Decided', 2));
		expect(askedAgain.map(({ order }) => Object(order).id)).toContain(id);
		expect(await review.casesOf({ id })).toHaveLength(1);
	});
});
