import { ids, MINUTE, START, Sweeps } from '../../../support/storeSweeps';
import { wrote } from '../../../support/orders';

let sweeps: Sweeps;

beforeEach(() => {
	jest.useFakeTimers({ now: START });
	sweeps = new Sweeps();
});

afterEach(() => jest.useRealTimers());

describe('after a restart of n8n, which saves what a poll leaves only where it told something', () => {
	it('what deliveries told is not told again, and what was lost meanwhile is told', async () => {
		sweeps.store.place(1, START - 60 * MINUTE);
		await sweeps.begun();
		sweeps.store.place(2, START + MINUTE);
		await sweeps.deliver(2);
		sweeps.store.change(1, { status_id: 11 }, START + 2 * MINUTE);
		await sweeps.deliver(1, 'store/order/statusUpdated');
		sweeps.restart();
		sweeps.store.place(3, START + 3 * MINUTE);
		expect(ids(await sweeps.poll())).toEqual([3]);
		expect(await sweeps.poll()).toBeNull();
	});

	it('a change after the last delivery is told', async () => {
		await sweeps.begun();
		sweeps.store.place(2, START + MINUTE);
		await sweeps.deliver(2);
		sweeps.store.change(2, { status_id: 11 }, START + 2 * MINUTE);
		sweeps.restart();
		expect(await sweeps.poll()).toMatchObject([{ id: 2, event: 'store/order/statusUpdated' }]);
	});

	it('a delivery keeps the watermark of the sweep before it, not the older one that n8n gave it', async () => {
		await sweeps.begun();
		for (const id of [1, 2, 3]) {
			sweeps.store.place(id, START + id * 20 * MINUTE);
			jest.setSystemTime(START + id * 20 * MINUTE);
			await sweeps.deliver(id);
			expect(await sweeps.poll()).toBeNull();
		}
		sweeps.store.place(4, START + 80 * MINUTE);
		jest.setSystemTime(START + 80 * MINUTE);
		await sweeps.deliver(4);
		expect(sweeps.saved.orders).toBe(START + 60 * MINUTE);
		sweeps.restart();
		expect(await sweeps.poll()).toBeNull();
		sweeps.restart();
		expect(await sweeps.poll()).toBeNull();
	});

	it('an own write whose delivery was dropped stays dropped', async () => {
		sweeps.store.place(1, START - 60 * MINUTE);
		await sweeps.begun();
		const before = sweeps.store.get(1);
		const sent = { status_id: 12 };
		sweeps.store.change(1, sent, START + MINUTE);
		wrote({ workflowId: sweeps.workflowId, storeHash: 'abc123' }, sweeps.store.get(1), { before, sent });
		await sweeps.deliver(1, 'store/order/statusUpdated');
		sweeps.restart();
		expect(await sweeps.poll()).toBeNull();
	});

	it('stays within a bound, however many deliveries come between two polls', async () => {
		await sweeps.begun();
		for (let id = 1; id <= 600; id += 1) {
			sweeps.store.place(id, START + MINUTE);
			await sweeps.deliver(id);
		}
		expect(sweeps.saved.delivered).toHaveLength(500);
	});
});
