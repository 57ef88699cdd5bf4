/**
 * Lets work about one thing be done by one at a time in this process, in the order in which it came; work about different things goes on side by side. Best effort: other processes do
 * not know of it, so that nothing correct depends on it.
 */
export class Turns {
	/** How the last piece of work about each thing ends; it never fails. */
	private readonly last = new Map<string, Promise<void>>();

	/** @param key names the thing @returns what `work` gives @throws what `work` throws, which is nothing to those that come after it */
	async take<T>(key: string, work: () => Promise<T>): Promise<T> {
		const before = this.last.get(key) ?? Promise.resolve();
		const own = before.then(work);
		const end = own.then(
			() => {},
			() => {},
		);
		this.last.set(key, end);
		try {
			return await own;
		} finally {
			if (this.last.get(key) === end) this.last.delete(key);
		}
	}
}
