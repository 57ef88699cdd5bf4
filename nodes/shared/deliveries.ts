import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { RecentMemory } from './recentMemory';

/** Names a trigger in the memory of this process. A test that listens is apart from the published workflow, whose deliveries have mode `webhook` and whose polls have mode `trigger` (guide, section 8.3). */
export const triggerKey = (functions: IHookFunctions | IPollFunctions | IWebhookFunctions): string => {
	const run = functions.getMode() === 'manual' ? 'test' : 'published';
	return `${String(functions.getWorkflow().id)}:${functions.getNode().id}:${run}`;
};

/** The first of its kind must be settled; a repeat waits for how the first ended. */
export type Taken = { settle(handled: boolean): void } | { repeatOf: Promise<boolean> };

/** What was handled lately, so that a repeat is recognised. Best effort, in memory (guide, section 8.3). */
export class Deliveries {
	/** Whether each was handled; the answer comes when it is known. */
	private readonly known: RecentMemory<Promise<boolean>>;

	/** How often each could not be handled. */
	private readonly failed: RecentMemory<number>;

	/** @param lifeMs how long a sender may repeat itself, in ms */
	constructor(lifeMs: number) {
		this.known = new RecentMemory(lifeMs);
		this.failed = new RecentMemory(lifeMs);
	}

	/**
	 * Takes a delivery on, or recognises it as a repeat. One that could not be handled is forgotten, so that the sender's next try is not dropped; and a repeat that arrives
	 * while the first is still under way must not be answered before it is known how that ends.
	 *
	 * @param key names the trigger and the delivery
	 * @returns for the first of its kind also how it ends, once it is settled
	 */
	takeOn(
		key: string,
	): { settle(handled: boolean): void; ends: Promise<boolean> } | { repeatOf: Promise<boolean> } {
		const first = this.known.get(key);
		if (first) return { repeatOf: first };
		let answer: (handled: boolean) => void = () => {};
		const ends = new Promise<boolean>((resolve) => (answer = resolve));
		this.known.set(key, ends);
		return {
			ends,
			settle: (handled) => {
				if (!handled) this.known.forget(key);
				answer(handled);
			},
		};
	}

	/** Counts that a delivery could not be handled. @returns how often that was so, this time included */
	noteFailure(key: string): number {
		const count = this.failures(key) + 1;
		this.failed.set(key, count);
		return count;
	}

	/** How often a delivery could not be handled so far. */
	failures(key: string): number {
		return this.failed.get(key) ?? 0;
	}
}

/**
 * Handles a delivery once. A repeat that comes while the first is under way waits for how that ends.
 *
 * @param handle handles the first of its kind; it is done unless it throws
 * @param again what a repeat comes to when the first could not be handled
 * @returns undefined for a repeat of what was handled
 * @throws what `handle` or `again` throws
 */
export async function handleOnce<T>(
	taken: Taken,
	handle: () => Promise<T>,
	again: () => Promise<T | undefined>,
): Promise<T | undefined> {
	if ('repeatOf' in taken) return (await taken.repeatOf) ? undefined : await again();
	let handled = false;
	try {
		const made = await handle();
		handled = true;
		return made;
	} finally {
		taken.settle(handled);
	}
}
