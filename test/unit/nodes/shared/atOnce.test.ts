import { Caps } from '../../../../nodes/shared/atOnce';
import type { Pace } from '../../../../nodes/shared/pace';

const free = () => {
	const pace = { delay: jest.fn(() => 0), learn: jest.fn(), ended: jest.fn() };
	return pace satisfies Pace;
};

const CAP = { name: 'PUT /v3/customers', atOnce: 2 };

describe('a cap on what runs side by side', () => {
	it('lets as many go, and the next when one has ended', () => {
		const caps = new Caps();
		const [one, two, three] = [1, 2, 3].map(() => caps.paceOf(free(), 'store', CAP));
		expect([one, two, three].map((pace) => pace.delay(0) === 0)).toEqual([true, true, false]);
		one.learn({}, 1);
		expect(three.delay(1)).toBe(0);
		expect(one.delay(1)).toBeGreaterThan(0);
		two.ended();
		expect(one.delay(2)).toBe(0);
	});

	it('counts neither twice nor below nothing, and nothing that waits for the quota', () => {
		const caps = new Caps();
		const inner = { ...free(), delay: jest.fn(() => 5) };
		const waiting = caps.paceOf(inner, 'store', CAP);
		expect(waiting.delay(0)).toBe(5);
		waiting.ended();
		waiting.ended();
		const others = [1, 2, 3].map(() => caps.paceOf(free(), 'store', CAP).delay(0) === 0);
		expect(others).toEqual([true, true, false]);
	});

	it('keeps accounts and calls apart, and tells the quota what it learns', () => {
		const caps = new Caps();
		const inner = free();
		const paces = [
			caps.paceOf(inner, 'store', { ...CAP, atOnce: 1 }),
			caps.paceOf(inner, 'other', { ...CAP, atOnce: 1 }),
			caps.paceOf(inner, 'store', { name: 'GET', atOnce: 1 }),
		];
		expect(paces.map((pace) => pace.delay(0))).toEqual([0, 0, 0]);
		paces[0].learn({ left: '1' }, 7);
		expect(inner.learn).toHaveBeenCalledWith({ left: '1' }, 7);
		expect(caps.paceOf(inner, 'store', undefined)).toBe(inner);
	});
});
