import type { Pace } from './pace';

/** Requests that a service lets run side by side. */
export interface Cap {
	/** What they have in common, for those of one account. */
	name: string;
	atOnce: number;
}

/** How often a request looks whether another one has ended, in ms. */
const LOOK_MS = 20;

/** The pace of one request that a cap holds besides. It counts from when the request may go until it has ended, with each try anew. */
class CappedPace implements Pace {
	private isUnderWay = false;

	constructor(
		private readonly pace: Pace,
		private readonly underWay: Map<string, number>,
		private readonly key: string,
		private readonly atOnce: number,
	) {}

	delay(now: number): number {
		const others = this.underWay.get(this.key) ?? 0;
		if (others >= this.atOnce) return LOOK_MS;
		const wait = this.pace.delay(now);
		if (wait > 0) return wait;
		this.underWay.set(this.key, others + 1);
		this.isUnderWay = true;
		return 0;
	}

	learn(headers: Readonly<Record<string, unknown>>, now: number): void {
		this.leave();
		this.pace.learn(headers, now);
	}

	ended(): void {
		this.leave();
		this.pace.ended();
	}

	/** One that ran out of patience went out uncounted. */
	private leave(): void {
		if (!this.isUnderWay) return;
		this.isUnderWay = false;
		const left = (this.underWay.get(this.key) ?? 1) - 1;
		if (left > 0) this.underWay.set(this.key, left);
		else this.underWay.delete(this.key);
	}
}

/** What is under way by account and cap, shared by every execution of this n8n process. */
export class Caps {
	private readonly underWay = new Map<string, number>();

	/** @param cap undefined where the service states none */
	paceOf(pace: Pace, account: string, cap: Cap | undefined): Pace {
		return cap ? new CappedPace(pace, this.underWay, `${account} ${cap.name}`, cap.atOnce) : pace;
	}
}
