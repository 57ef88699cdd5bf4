import type { Clock } from '../core/clock';

/** How many requests one window takes, and how long it is. */
export interface WindowSize {
	requests: number;
	windowMs: number;
}

/** How a window stands after a request. */
export interface Counted {
	/** the request is over the quota, and was not counted */
	isRefused: boolean;
	left: number;
	/** until a new window begins, ms */
	resetMs: number;
}

/** Counts requests of the whole store in windows of the sandbox's clock; the first request after a window begins the next. */
export class RequestWindow {
	private start = 0;

	private used = 0;

	constructor(private readonly clock: Clock) {}

	/** @param isUnlimited refuses none, however many there are */
	count({ requests, windowMs }: WindowSize, { isUnlimited = false } = {}): Counted {
		const now = this.clock.now();
		if (now >= this.start + windowMs) [this.start, this.used] = [now, 0];
		const isRefused = !isUnlimited && this.used >= requests;
		if (!isRefused) this.used += 1;
		return {
			isRefused,
			left: Math.max(requests - this.used, 0),
			resetMs: Math.ceil(this.start + windowMs - now),
		};
	}
}
