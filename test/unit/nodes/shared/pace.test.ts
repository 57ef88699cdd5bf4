import fc from 'fast-check';
import { Paces, QuotaPace, RatePace, WindowPace } from '../../../../nodes/shared/pace';

const NAMES = { left: 'left', resetMs: 'reset' };

const taught = (left: number, resetMs: number, now: number, reserve?: number) => {
	const pace = new QuotaPace(NAMES, reserve);
	pace.learn({ left: String(left), reset: String(resetMs) }, now);
	return pace;
};

describe('pacing by the quota that a service tells', () => {
	it('lets one go alone before the first answer, and the others when it has told what is left', () => {
		const pace = new QuotaPace(NAMES);
		expect(pace.delay(0)).toBe(0);
		expect(pace.delay(1)).toBeGreaterThan(0);
		pace.learn({ left: '3', reset: '30000' }, 100);
		expect([1, 2, 3].map(() => pace.delay(101) === 0)).toEqual([true, true, false]);
	});

	it('lets everything go when a service tells no quota', () => {
		const pace = new QuotaPace(NAMES);
		expect(pace.delay(0)).toBe(0);
		pace.learn({}, 10);
		for (let i = 0; i < 100; i++) expect(pace.delay(11)).toBe(0);
	});

	it.each([
		['is never answered', () => {}],
		['ends without an answer', (pace: QuotaPace) => pace.ended()],
	])('waits no longer than some seconds for a first request that %s', (_how, end) => {
		const pace = new QuotaPace(NAMES);
		expect(pace.delay(0)).toBe(0);
		end(pace);
		expect(pace.delay(5_000)).toBe(0);
	});

	it('never runs past the quota of a window, however many run side by side and in whatever order they are answered', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 2, max: 30 }),
				fc.integer({ min: 1, max: 8 }),
				fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
				(quota, atOnce, picks) => {
					const pace = new QuotaPace(NAMES);
					let counted = 0;
					const underWay: number[] = [];
					for (const pick of picks) {
						while (underWay.length < atOnce && pace.delay(0) === 0) underWay.push((counted += 1));
						if (!underWay.length) break;
						const [place] = underWay.splice(pick % underWay.length, 1);
						pace.learn({ left: String(quota - place), reset: '30000' }, 0);
					}
					expect(counted).toBeLessThanOrEqual(quota);
				},
			),
		);
	});

	it('waits for the end of the window when only the reserve is left', () => {
		const pace = taught(1, 8000, 1000);
		expect(pace.delay(1000)).toBe(8000);
		expect(pace.delay(4000)).toBe(5000);
	});

	it('counts what it lets go, so that parallel items do not run past the quota', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 5 }), (left, reserve) => {
				const pace = taught(left, 30_000, 0, reserve);
				const granted = Array.from({ length: 400 }, () => pace.delay(10)).filter((wait) => wait === 0);
				expect(granted).toHaveLength(Math.max(0, left - reserve));
			}),
		);
	});

	it('goes on when the window is over', () => {
		const pace = taught(0, 8000, 0);
		expect(pace.delay(7999)).toBe(1);
		expect(pace.delay(8000)).toBe(0);
	});

	it.each([
		[{ left: '5' }],
		[{ reset: '1000' }],
		[{ left: '', reset: '1000' }],
		[{ left: 'x', reset: '1000' }],
		[{}],
	])('learns nothing from an answer without both headers: %j', (headers) => {
		const pace = taught(0, 8000, 0);
		pace.learn(headers, 0);
		expect(pace.delay(0)).toBe(8000);
	});
});

describe('pacing by a rate', () => {
	it('spaces requests evenly', () => {
		const pace = new RatePace(4);
		expect(pace.delay(1000)).toBe(0);
		expect(pace.delay(1000)).toBe(250);
		expect(pace.delay(1250)).toBe(0);
		expect(pace.delay(1300)).toBe(200);
	});

	it('never lets more than its rate go in any second', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 20 }),
				fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 200 }),
				(perSecond, steps) => {
					const pace = new RatePace(perSecond);
					const granted: number[] = [];
					let now = 0;
					for (const step of steps) {
						now += step;
						if (pace.delay(now) === 0) granted.push(now);
					}
					for (const at of granted) {
						const within = granted.filter((other) => other >= at && other < at + 1000);
						expect(within.length).toBeLessThanOrEqual(perSecond);
					}
				},
			),
		);
	});
});

describe('pacing by a window', () => {
	it('lets everything that a window holds go at once, and the next when the first has left it', () => {
		const pace = new WindowPace(3, 60_000);
		expect([0, 10, 20].map((now) => pace.delay(now))).toEqual([0, 0, 0]);
		expect(pace.delay(30)).toBe(59_970);
		expect(pace.delay(59_999)).toBe(1);
		expect(pace.delay(60_000)).toBe(0);
		expect(pace.delay(60_000)).toBe(10);
	});

	it('never lets more than its number go in any stretch of that length, and always says when to ask again', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 20 }),
				fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 200 }),
				(most, steps) => {
					const pace = new WindowPace(most, 1_000);
					const granted: number[] = [];
					let now = 0;
					for (const step of steps) {
						now += step;
						const wait = pace.delay(now);
						if (wait === 0) granted.push(now);
						else expect(wait).toBeLessThanOrEqual(1_000);
					}
					for (const at of granted) {
						const within = granted.filter((other) => other >= at && other < at + 1_000);
						expect(within.length).toBeLessThanOrEqual(most);
					}
				},
			),
		);
	});

	it('learns nothing from answers', () => {
		const pace = new WindowPace(1, 1_000);
		pace.learn();
		expect(pace.delay(0)).toBe(0);
	});
});

describe('paces', () => {
	it('are one for all who use the same account, and another for another', () => {
		const paces = new Paces(() => new QuotaPace(NAMES));
		paces.of('store a').learn({ left: '0', reset: '8000' }, 0);
		expect(paces.of('store a').delay(0)).toBe(8000);
		expect(paces.of('store b').delay(0)).toBe(0);
	});

	it('forget the account that was unused longest when there are too many', () => {
		const paces = new Paces(() => new QuotaPace(NAMES), 2);
		const a = paces.of('a');
		const b = paces.of('b');
		paces.of('a');
		paces.of('c');
		expect(paces.of('a')).toBe(a);
		expect(paces.of('b')).not.toBe(b);
	});
});
