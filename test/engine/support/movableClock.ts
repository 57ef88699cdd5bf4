/** What the nodes and the sandbox see of the time, ahead of the real one. */
export interface MovableClock {
	/** In ms; 0 again before each test. */
	aheadMs: number;
}

/** For a whole file of tests: the clock goes on by itself, and a test moves it ahead. Timers are not moved. */
export function movableClock(): MovableClock {
	const clock: MovableClock = { aheadMs: 0 };
	let now: jest.SpyInstance<number, []>;
	beforeEach(() => {
		clock.aheadMs = 0;
		const real = Date.now;
		now = jest.spyOn(Date, 'now').mockImplementation(() => real.call(Date) + clock.aheadMs);
	});
	afterEach(() => now.mockRestore());
	return clock;
}
