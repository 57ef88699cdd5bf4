import { failureOf, pause, startWorld, waitFor, type World } from './harness';
import { publishReview, withParameters, type Review } from './support/review';

/** How far a run gets before the power goes, in ms after the orders were placed: before, during and after its claim. */
const MOMENTS = [150, 600, 1_200];

const MINUTE = 60_000;

/** Work left undone is looked for every minute. */
const impatient = withParameters('Every Ten Minutes', {
	rule: { interval: [{ field: 'minutes', minutesInterval: 1 }] },
});

/** A claim of which nothing came is taken over after one minute. */
const shortLease = withParameters('Claim the Review', { leaseMinutes: 1 });

describe('a power cut in the middle of the work, in a real n8n from the packed tarball', () => {
	let world: World;
	let review: Review;

	beforeAll(async () => {
		world = await startWorld('killed');
		review = await publishReview(world, (file) => shortLease(impatient(file)));
	});

	afterAll(async () => await world?.close());

	it('loses no order and makes no second case, wherever it strikes', async () => {
		const placed: number[] = [];
		for (const moment of MOMENTS) {
			for (const scenario of ['risky', 'high-value'] as const) {
				placed.push((await review.sandbox.bigCommerce.place(scenario)).id);
			}
			await pause(moment);
			await world.n8n.kill();
			await world.n8n.start();
		}
		for (const id of placed) await review.held(id, 4 * MINUTE);
		for (const id of placed) expect(await review.casesOf({ id })).toHaveLength(1);
		await waitFor('the executions to end', async () => {
			const executions = await world.client.executions();
			return executions.every(({ status }) => status !== 'running' && status !== 'new');
		});
		const wrong = await world.client.executions({ status: 'error' }, true);
		expect(wrong.map(failureOf)).toEqual([]);
	});
});
