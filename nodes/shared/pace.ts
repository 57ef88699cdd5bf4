/** The one limiter per store or tenant, shared by every execution of this n8n process: waits before the service says no. */
export interface Pace {
	/** How long the next request should wait, in ms; 0 = go. A granted request counts as sent. */
	delay(now: number): number;
	/** A granted request was answered: learns from the headers of the answer. Header names are lower case. */
	learn(headers: Readonly<Record<string, unknown>>, now: number): void;
	/** A granted request ended without an answer. */
	ended(): void;
}

const numberIn = (headers: Readonly<Record<string, unknown>>, name: string): number | undefined => {
	const value = headers[name];
	const parsed = value === undefined || value === '' ? NaN : Number(value);
	return Number.isFinite(parsed) ? parsed : undefined;
};

/** Names of the headers in which a service tells its quota. */
export interface QuotaHeaders {
	/** Requests left in this window. */
	left: string;
	/** Milliseconds until the window ends. */
	resetMs: string;
}

/** How long others wait for the answer that tells the quota of a new window, in ms; and how often they look. */
const TELLS_WITHIN_MS = 5_000;
const LOOK_MS = 20;

/**
 * Keeps to a quota that the service reports with each answer; other clients of the same account use it up too. As long as nothing is known of a window, one request goes out
 * alone and the others wait for what its answer tells.
 */
export class QuotaPace implements Pace {
	private left = 0;

	/** Until when `left` is true; nothing is known after it. */
	private resetAt = 0;

	/** Requests that went out and were not answered yet: the service may not have counted them when it told what is left. */
	private underWay = 0;

	/** Until when others wait for the first answer of a window. */
	private askedUntil = 0;

	/** The last answer told no quota. */
	private isUntold = false;

	/**
	 * @param names the service's quota headers, lower case
	 * @param reserve requests left over for others, so that a bulk job does not starve a trigger
	 */
	constructor(
		private readonly names: QuotaHeaders,
		private readonly reserve = 1,
	) {}

	delay(now: number): number {
		const isKnown = now < this.resetAt;
		if (isKnown && this.left <= this.reserve) return this.resetAt - now;
		if (!isKnown && !this.isUntold && now < this.askedUntil) return LOOK_MS;
		if (isKnown) this.left -= 1;
		else this.askedUntil = now + TELLS_WITHIN_MS;
		this.underWay += 1;
		return 0;
	}

	learn(headers: Readonly<Record<string, unknown>>, now: number): void {
		this.ended();
		const left = numberIn(headers, this.names.left);
		const resetMs = numberIn(headers, this.names.resetMs);
		this.isUntold = left === undefined || resetMs === undefined;
		if (left === undefined || resetMs === undefined) return;
		const isSameWindow = now < this.resetAt && now + resetMs < this.resetAt + resetMs / 2;
		// Answers overtake each other: an older one says more than is left by now.
		this.left = Math.min(left - this.underWay, isSameWindow ? this.left : Number.POSITIVE_INFINITY);
		this.resetAt = now + resetMs;
	}

	ended(): void {
		this.underWay = Math.max(0, this.underWay - 1);
		this.askedUntil = 0;
	}
}

/** Keeps a steady number of requests per second, for a service that tells no quota. */
export class RatePace implements Pace {
	private nextAt = 0;

	constructor(private readonly perSecond: number) {}

	delay(now: number): number {
		if (now < this.nextAt) return this.nextAt - now;
		this.nextAt = now + 1000 / this.perSecond;
		return 0;
	}

	learn(): void {}

	ended(): void {}
}

/** Lets a number of requests through in any stretch of time, at once if need be, for a service that tells no quota. */
export class WindowPace implements Pace {
	private sent: number[] = [];

	/**
	 * @param most requests in one window
	 * @param windowMs length of the window, in ms
	 */
	constructor(
		private readonly most: number,
		private readonly windowMs: number,
	) {}

	delay(now: number): number {
		this.sent = this.sent.filter((at) => at > now - this.windowMs);
		if (this.sent.length >= this.most) return this.sent[0] + this.windowMs - now;
		this.sent.push(now);
		return 0;
	}

	learn(): void {}

	ended(): void {}
}

/** Paces by account, bounded: the one unused longest is forgotten first. */
export class Paces {
	private readonly known = new Map<string, Pace>();

	constructor(
		private readonly create: () => Pace,
		private readonly most = 500,
	) {}

	/** @param account what the quota is counted by: store or tenant */
	of(account: string): Pace {
		const pace = this.known.get(account) ?? this.create();
		this.known.delete(account);
		this.known.set(account, pace);
		if (this.known.size > this.most) {
			const [oldest] = this.known.keys();
			this.known.delete(oldest);
		}
		return pace;
	}
}
