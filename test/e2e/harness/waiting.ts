/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */

export const pause = async (ms: number): Promise<void> =>
	await new Promise((resolve) => {
		setTimeout(resolve, ms);
	});

export interface WaitOptions {
	/** how long at most, ms (default 30,000) */
	timeoutMs?: number;
	/** pause between two looks, ms (default 200) */
	everyMs?: number;
}

/**
 * Looks until there is something, or the time is up.
 * @param what in words, for the message when the time is up
 * @param look undefined or false means "not yet"; what it throws ends the waiting
 * @returns what `look` found
 * @throws Error naming what did not come in time
 */
export const waitFor = async <T>(
	what: string,
	look: () => Promise<T | undefined | false> | T | undefined | false,
	{ timeoutMs = 30_000, everyMs = 200 }: WaitOptions = {},
): Promise<T> => {
	const until = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		if (Date.now() > until) throw new Error(`waited ${timeoutMs / 1000} s in vain for ${what}`);
		await pause(everyMs);
	}
};
