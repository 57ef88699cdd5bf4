/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */

export const pause = async (ms: number): Promise<void> =>
	await new Promise((resolve) => {
		setTimeout(resolve, ms);
	});

/**
 * How long anything may take on a machine whose cores are busy with something else, ms. Waiting ends as soon as the thing is there, so
 * patience costs a green run nothing; a test that fails for want of it would only measure the machine.
 */
export const PATIENCE_MS = 300_000;

/** Why it is no use to wait on; undefined while it is. */
export type Patience = () => string | undefined;

/** @param ms from now, by the clock on the wall */
export const patienceOf = (ms: number): Patience => {
	const end = performance.now() + ms;
	return () => (performance.now() > end ? `waited ${ms / 1000} s` : undefined);
};

export interface WaitOptions {
	/** how long at most, ms (default PATIENCE_MS) */
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
	{ timeoutMs = PATIENCE_MS, everyMs = 200 }: WaitOptions = {},
): Promise<T> => {
	const until = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		if (Date.now() > until) throw new Error(`waited ${timeoutMs / 1000} s in vain for ${what}`);
		await pause(everyMs);
	}
};
