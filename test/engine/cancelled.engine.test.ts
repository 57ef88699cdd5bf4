import { sleep, type INodeParameters } from 'n8n-workflow';
import { useWorld } from './support/useWorld';

const world = useWorld('kept');

const ITEMS = 40;

/** The answers come late, so that the user stops the execution in between. */
const DELAY_MS = 200;

const asked = () => world.sandbox.context.exchanges.list({ service: 'bigcommerce' }).length;

/** Runs a node over many items, stops the execution after a while, and counts what was asked when it was stopped and long after it. */
async function stopped(parameters: INodeParameters, stopAfterMs: number) {
	const stop = sleep(stopAfterMs);
	const startedAt = Date.now();
	const before = stop.then(asked);
	await world.engine.run({
		node: 'bigCommerce',
		parameters: { resource: 'apiRequest', ...parameters },
		items: Array.from({ length: ITEMS }, () => ({})),
		credentials: world.credentials('bigCommerce'),
		onError: 'continueRegularOutput',
		stopped: stop,
	});
	const tookMs = Date.now() - startedAt;
	await sleep(5 * DELAY_MS);
	return { before: await before, after: asked(), tookMs };
}

describe('an execution that the user stops', () => {
	beforeEach(async () => {
		await world.reset();
		world.sandbox.context.exchanges.clear();
	});

	const late = () =>
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'delay',
			delayMs: DELAY_MS,
			times: 10_000,
		});

	it.each([
		['reads side by side', { operation: 'get', path: '/v2/time' }, 5],
		[
			'changes one after another',
			{
				operation: 'send',
				method: 'POST',
				path: '/v2/customer_groups',
				body: '={{ {"name": "G" + $itemIndex} }}',
			},
			1,
		],
	])('asks for nothing more while it %s, also with Continue On Fail', async (_what, parameters, underWay) => {
		late();
		const { before, after, tookMs } = await stopped(parameters, 3.5 * DELAY_MS);
		expect(before).toBeGreaterThan(0);
		expect(after).toBeLessThanOrEqual(before + underWay);
		expect(tookMs).toBeLessThan(ITEMS * DELAY_MS);
	});

	it('asks for nothing more while it waits for the quota', async () => {
		world.sandbox.context.faults.add({
			service: 'bigcommerce',
			kind: 'status',
			status: 429,
			headers: { 'X-Rate-Limit-Time-Reset-Ms': '20000' },
			times: 10_000,
		});
		const { before, after, tookMs } = await stopped({ operation: 'get', path: '/v2/time' }, 700);
		expect(before).toBeGreaterThan(0);
		expect(after).toBe(before);
		expect(tookMs).toBeLessThan(10_000);
	});
});
