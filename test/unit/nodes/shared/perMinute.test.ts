import type { Pace } from '../../../../nodes/shared/pace';
import { MinuteCaps } from '../../../../nodes/shared/perMinute';

const free = (wait = 0) =>
	({ delay: jest.fn(() => wait), learn: jest.fn(), ended: jest.fn() }) satisfies Pace;

const CAP = { name: 'POST /attachments', most: 2 };

describe('a cap on what is sent in a minute', () => {
	it('lets as many go, and the next when the first is a minute old', () => {
		const caps = new MinuteCaps();
		const pace = caps.paceOf(free(), 'store', CAP);
		expect([pace.delay(0), pace.delay(10_000)]).toEqual([0, 0]);
		const wait = caps.paceOf(free(), 'store', CAP).delay(20_000);
		expect(wait).toBeGreaterThanOrEqual(40_000);
		expect(pace.delay(20_000 + wait)).toBe(0);
		expect(pace.delay(20_001 + wait)).toBeGreaterThan(0);
	});

	it('counts nothing that waits for the quota of all', () => {
		const caps = new MinuteCaps();
		const waits = [1, 2, 3].map(() => caps.paceOf(free(5), 'store', CAP).delay(0));
		expect(waits).toEqual([5, 5, 5]);
		expect(caps.paceOf(free(), 'store', CAP).delay(0)).toBe(0);
	});

	it('keeps accounts and calls apart, and tells the quota what it learns', () => {
		const caps = new MinuteCaps();
		const one = { ...CAP, most: 1 };
		const inner = free();
		const paces = [
			caps.paceOf(inner, 'store', one),
			caps.paceOf(inner, 'other', one),
			caps.paceOf(inner, 'store', { ...one, name: 'GET' }),
		];
		expect(paces.map((pace) => pace.delay(0))).toEqual([0, 0, 0]);
		paces[0].learn({ left: '1' }, 7);
		paces[0].ended();
		expect(inner.learn).toHaveBeenCalledWith({ left: '1' }, 7);
		expect(inner.ended).toHaveBeenCalledTimes(1);
		expect(caps.paceOf(inner, 'store', undefined)).toBe(inner);
	});
});
