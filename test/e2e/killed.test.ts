import { startWorld, waitFor, type World } from './harness';
import type { Fault } from '../sandbox/core/faults';
import type { N8nRuntime } from './support/n8nRuntime';
import { publishReview, type Review } from './support/review';

const HOUR = 3_600_000;
/** What is held back for so long has its effect when n8n is gone. */
const LATER_MS = 3_000;
const ORDERS = ['risky', 'high-value'] as const;

type Hold = Pick<Fault, 'service' | 'method' | 'path' | 'times' | 'delayMs'>;

const startOfCase = { service: 'workflow', method: 'POST', path: '/process-instances' } as const;
const recordOfCase = { service: 'bigcommerce', method: 'PUT', path: '/metafields/\\d+' } as const;

/**
 * Where the power goes, however fast or slow this machine is: a service holds a request back, and the cut comes when it is there. Held for
 * an hour means that it never had an effect; held for seconds, that it had one after n8n was gone.
 */
const MOMENTS: Array<{ moment: string; holds: Hold[] }> = [
	{ moment: 'as soon as the orders are placed', holds: [] },
	{
		moment: 'when both are claimed, one case never begins and the other one later',
		holds: [
			{ ...startOfCase, times: 1, delayMs: HOUR },
			{ ...startOfCase, times: 1, delayMs: LATER_MS },
		],
	},
	{
		moment: 'when the cases run, and are never recorded',
		holds: [{ ...recordOfCase, times: ORDERS.length, delayMs: HOUR }],
	},
];

describe('a power cut in the middle of the work, in a real n8n from the packed tarball', () => {
	let world: World;
	let review: Review<N8nRuntime>;

	beforeAll(async () => {
		world = await startWorld('killed');
		review = await publishReview(world);
	});

	afterAll(async () => await world?.close());

	it.each(MOMENTS)('loses no order and makes no second case: $moment', async ({ holds }) => {
		const { faults, bigCommerce } = review.sandbox;
		for (const hold of holds) await faults.add({ ...hold, kind: 'delay' });
		const placed: number[] = [];
		for (const scenario of ORDERS) placed.push((await bigCommerce.place(scenario)).id);
		await waitFor('the requests that are held back', async () => (await faults.list()).length === 0, {
			everyMs: 50,
		});
		await review.runtime.restartLater(LATER_MS);
		for (const id of placed) await review.held(id);
		await review.settled();
		for (const id of placed) expect(await review.casesOf({ id })).toHaveLength(1);
	});

	it('had no execution that went wrong by itself', async () => {
		expect(await review.quiet()).toEqual([]);
	});
});
