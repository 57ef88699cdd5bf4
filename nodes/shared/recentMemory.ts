/**
 * Remembers keys for a while, in this process only and bounded in number: for dropping repeats that we recognise. Nothing correct depends on it;
 * the claim in the store is the truth (guide, section 8.3).
 */
export class RecentMemory<Value = true> {
	private readonly entries = new Map<string, { value: Value; until: number }>();

	/**
	 * @param lifeMs how long a key is remembered, in ms
	 * @param most how many keys at most; the oldest goes first
	 */
	constructor(
		private readonly lifeMs: number,
		private readonly most = 10_000,
	) {}

	get(key: string): Value | undefined {
		const entry = this.entries.get(key);
		if (!entry) return undefined;
		if (entry.until > Date.now()) return entry.value;
		this.entries.delete(key);
		return undefined;
	}

	has(key: string): boolean {
		return this.get(key) !== undefined;
	}

	set(key: string, value: Value): void {
		this.entries.delete(key);
		this.entries.set(key, { value, until: Date.now() + this.lifeMs });
		if (this.entries.size <= this.most) return;
		const [oldest] = this.entries.keys();
		this.entries.delete(oldest);
	}

	forget(key: string): void {
		this.entries.delete(key);
	}
}
