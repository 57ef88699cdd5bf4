import type { IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { RecentMemory } from './recentMemory';

/** Names a trigger in the memory of this process. A test that listens is apart from the published workflow, whose deliveries have mode `webhook` and whose polls have mode `trigger` (guide, section 8.3). */
export const triggerKey = (functions: IPollFunctions | IWebhookFunctions): string => {
	const run = functions.getMode() === 'manual' ? 'test' : 'published';
	return `${String(functions.getWorkflow().id)}:${functions.getNode().id}:${run}`;
};

/** The first of its kind must be settled; a repeat waits for how the first ended. */
export type Taken = { settle(handled: boolean): void } | { repeatOf: Promise<boolean> };

/** What was handled lately, so that a repeat is recognised. Best effort, in memory (guide, section 8.3). */
export class Deliveries {
	/** Whether each was handled; the answer comes when it is known. */
	private readonly known: RecentMemory<Promise<boolean>>;

	/** @param lifeMs how long a sender may repeat itself, in ms */
	constructor(lifeMs: number) {
		this.known = new RecentMemory(lifeMs);
	}

	/**
	 * Takes a delivery on, or recognises it as a repeat. One that could not be handled is forgotten, so that the sender's next try is not dropped; and a repeat that arrives
	 * while the first is still under way must not be answered before it is known how that ends.
	 *
	 * @param key names the trigger and the delivery
	 */
	takeOn(key: string): Taken {
		const first = this.known.get(key);
		if (first) return { repeatOf: first };
		let answer: (handled: boolean) => void = () => {};
		this.known.set(key, new Promise((resolve) => (answer = resolve)));
		return {
			settle: (handled) => {
				if (!handled) this.known.forget(key);
				answer(handled);
			},
		};
	}
}
