/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it; timers are what this file is about */

/** Handle of one timer of the sandbox's clock. */
export interface ClockTimer {
	readonly dueAt: number;
	readonly callback: () => void;
}

/** Node refuses longer waits than a signed 32-bit number of milliseconds. */
const LONGEST_REAL_WAIT_MS = 2 ** 31 - 1;

/**
 * Wall clock plus an offset that tests move forward. Timers follow it: `advance` runs what became due, in order of
 * due time, before it returns. All times are milliseconds since 1970 (UTC).
 */
export class Clock {
	private readonly timers = new Set<ClockTimer>();

	private realTimer: NodeJS.Timeout | undefined;

	private offset: number;

	/** @param offsetMs how far ahead of the wall clock it starts (kept over a restart of the sandbox) */
	constructor(offsetMs = 0) {
		this.offset = offsetMs;
	}

	/** How far ahead of the wall clock it is, in milliseconds. */
	get offsetMs(): number {
		return this.offset;
	}

	now(): number {
		return Date.now() + this.offset;
	}

	date(): Date {
		return new Date(this.now());
	}

	/**
	 * Moves the clock forward and runs the timers that became due.
	 * @throws RangeError when `ms` is negative: time never runs back
	 */
	advance(ms: number): void {
		if (!(ms >= 0)) throw new RangeError(`The clock only moves forward, not by ${ms} ms`);
		this.offset += ms;
		this.runDue();
	}

	setTimeout(callback: () => void, ms: number): ClockTimer {
		const timer = { dueAt: this.now() + ms, callback };
		this.timers.add(timer);
		this.arm();
		return timer;
	}

	clearTimeout(timer: ClockTimer): void {
		this.timers.delete(timer);
		this.arm();
	}

	/** Forgets every timer. */
	close(): void {
		this.timers.clear();
		this.arm();
	}

	private inOrder(): ClockTimer[] {
		return [...this.timers].sort((a, b) => a.dueAt - b.dueAt);
	}

	private runDue(): void {
		const now = this.now();
		for (const timer of this.inOrder()) {
			if (timer.dueAt > now) break;
			if (this.timers.delete(timer)) timer.callback();
		}
		this.arm();
	}

	private arm(): void {
		clearTimeout(this.realTimer);
		this.realTimer = undefined;
		const [next] = this.inOrder();
		if (next === undefined) return;
		const wait = Math.min(Math.max(next.dueAt - this.now(), 0), LONGEST_REAL_WAIT_MS);
		this.realTimer = setTimeout(() => this.runDue(), wait);
		this.realTimer.unref();
	}
}
