/**
 * Runs work to its end while jest's fake clock jumps from timer to timer, so that waiting costs no time. Needs `jest.useFakeTimers()`.
 *
 * @returns what the work gives, and how much fake time it took, in ms
 */
export async function passTime<T>(work: () => Promise<T>): Promise<{ result: T; waitedMs: number }> {
	const startedAt = Date.now();
	let ended = false;
	const ending = work().finally(() => {
		ended = true;
	});
	// Handled here at once; the caller gets the failure from the last line.
	ending.catch(() => undefined);
	while (!ended) await jest.advanceTimersToNextTimerAsync();
	return { result: await ending, waitedMs: Date.now() - startedAt };
}
