import type { Pace } from './pace';

/** Requests that a service lets through in a minute, beside the quota of all. */
export interface MinuteCap {
	/** What they have in common, for those of one account. */
	name: string;
	most: number;
}

/** A request may reach the service a little sooner after it was sent than an earlier one did: the minute here is longer by as much. */
const MINUTE_MS = 60_000 + 250;

/** When those of each account and cap were sent that still count. */
type SentAt = Map<string, readonly number[]>;

/** The pace of one request that a cap holds besides. */
class MinutePace implements Pace {
	constructor(
		private readonly pace: Pace,
		private readonly sentAt: SentAt,
		private readonly key: string,
		private readonly most: number,
	) {}

	delay(now: number): number {
		const sent = (this.sentAt.get(this.key) ?? []).filter((at) => at > now - MINUTE_MS);
		if (sent.length >= this.most) return sent[0] + MINUTE_MS - now;
		const wait = this.pace.delay(now);
		if (wait > 0) return wait;
		this.sentAt.set(this.key, [...sent, now]);
		return 0;
	}

	learn(headers: Readonly<Record<string, unknown>>, now: number): void {
		this.pace.learn(headers, now);
	}

	ended(): void {
		this.pace.ended();
	}
}

/** Keeps to caps by the minute, over every execution of this n8n process. */
export class MinuteCaps {
	private readonly sentAt: SentAt = new Map();

	/** @param cap undefined where the service states none */
	paceOf(pace: Pace, account: string, cap: MinuteCap | undefined): Pace {
		return cap ? new MinutePace(pace, this.sentAt, `${account} ${cap.name}`, cap.most) : pace;
	}
}
