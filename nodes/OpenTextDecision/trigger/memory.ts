import { closedAt, isEnding, type RoundRecord } from '../../shared/decision/roundRecord';
import { isRecord } from '../../shared/isRecord';
import { ENDING_MS } from '../rounds/endRound';
import type { TriggerSettings } from './settings';

const DAY_MS = 24 * 60 * 60_000;

/** The store writes its times in whole seconds, and clocks differ: each poll looks back so far. */
const OVERLAP_MS = 5 * 60_000;

/** How often it is looked whether orders left the hold, at most. */
const ORDERS_EVERY_MS = 5 * 60_000;

/** How many keys of gone objects are kept. */
const GONE_KEPT = 500;

/** Nothing has to be done about it before something changes. */
const NEVER = Number.MAX_SAFE_INTEGER;

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** What is kept in n8n's static data; it may be broken. */
interface Kept {
	/** When each unfinished round is looked at next, by link key. */
	unfinished?: unknown;
	/** Link keys of objects that are gone. */
	gone?: unknown;
	/** When everything was read last. */
	whole?: unknown;
	/** Up to when each kind of change was read. */
	until?: unknown;
	movedUntil?: unknown;
	elsewhereUntil?: unknown;
	ordersUntil?: unknown;
	/** Whether the last poll read orders. */
	readOrders?: unknown;
	/** What names the newest that happened, by link key. */
	moves?: unknown;
}

/**
 * What polls keep to save calls: when everything was read last, up to when changes were read, and when each unfinished round is looked at next. Nothing that is told depends on it:
 * without it the next poll reads everything.
 */
export class Memory {
	private readonly dueAt: Map<string, number>;

	private readonly goneKeys: Set<string>;

	private readonly moves = new Map<string, string>();

	/** @param data n8n's static data of the node; it is written into */
	constructor(
		private readonly data: Kept,
		private readonly settings: TriggerSettings,
		private readonly now: number,
	) {
		const kept = isRecord(data.unfinished) ? Object.entries(data.unfinished) : [];
		const times = kept.map(([key, at]): [string, number] => [key, numberIn(at) ?? 0]);
		this.dueAt = new Map(times);
		this.goneKeys = new Set(Array.isArray(data.gone) ? data.gone.map(String) : []);
	}

	/** Since when changes are read, in ms since 1970; undefined when everything is read, once a day. */
	get since(): number | undefined {
		const until = numberIn(this.data.until);
		return this.isWhole() || until === undefined ? undefined : until - OVERLAP_MS;
	}

	/** Since when it is read what happened, in ms since 1970; undefined at the first poll. */
	get movedSince(): number | undefined {
		const until = numberIn(this.data.movedUntil);
		return until === undefined ? undefined : until - OVERLAP_MS;
	}

	/** Since when cases are read that were started elsewhere, in ms since 1970; those that ended before the first poll are nobody's news. */
	get elsewhereSince(): number {
		return (numberIn(this.data.elsewhereUntil) ?? this.now) - OVERLAP_MS;
	}

	/** Since when orders are read that changed, in ms since 1970; undefined when it is not their turn: a poll reads either them or what happened. */
	get ordersSince(): number | undefined {
		const until = numberIn(this.data.ordersUntil);
		const isTurn =
			this.settings.type.waits === 'status' &&
			until !== undefined &&
			this.now - until >= ORDERS_EVERY_MS &&
			this.data.readOrders !== true;
		return isTurn ? until - OVERLAP_MS : undefined;
	}

	/** Takes over how a round stands now. What was gone and is there again was asked anew. */
	note(record: RoundRecord): void {
		this.goneKeys.delete(record.key);
		const due = this.dueOf(record);
		if (due === undefined) this.dueAt.delete(record.key);
		else this.dueAt.set(record.key, due);
	}

	/** Everything was read: what was unfinished and is not among it is looked at, its object may be gone. */
	missed(read: ReadonlySet<string>): void {
		if (!this.isWhole()) return;
		for (const key of this.dueAt.keys()) if (!read.has(key)) this.dueAt.set(key, this.now);
	}

	/** Nothing stands under the key any more. */
	forget(key: string): void {
		this.dueAt.delete(key);
	}

	/** Its object is gone, and that was told. */
	gone(key: string): void {
		this.goneKeys.add(key);
	}

	/** Whether it was told that its object is gone: a service may still name it. */
	isGone(key: string): boolean {
		return this.goneKeys.has(key);
	}

	/** The round has been told, or could not be: it is looked at again then, in ms from now. */
	again(key: string, inMs: number): void {
		this.dueAt.set(key, this.now + inMs);
	}

	/** Rounds about which something may have to be done now, by their link keys, that which is due the longest first. */
	due(): string[] {
		const due = [...this.dueAt].filter(([, at]) => at <= this.now);
		return due.sort(([, one], [, other]) => one - other).map(([key]) => key);
	}

	/**
	 * Those to which something happened that was not looked at yet: each poll reads what happened a little before the one before it.
	 *
	 * @param moved what names the newest of it, by link key
	 */
	newMoves(moved: ReadonlyMap<string, string>): string[] {
		const known = isRecord(this.data.moves) ? this.data.moves : {};
		for (const [key, id] of moved) this.moves.set(key, id);
		return [...moved].filter(([key, id]) => known[key] !== id).map(([key]) => key);
	}

	/** Everything that nobody has finished, by link keys. */
	unfinished(): string[] {
		return [...this.dueAt.keys()];
	}

	knows(key: string): boolean {
		return this.dueAt.has(key);
	}

	/** Everything up to now was read. @param readElsewhere whether the cases that were started elsewhere were read, all of them */
	keep({ readElsewhere }: { readElsewhere: boolean }): void {
		if (this.isWhole()) this.data.whole = this.now;
		this.data.until = this.now;
		if (readElsewhere) this.data.elsewhereUntil = this.now;
		const readOrders = this.ordersSince !== undefined;
		if (readOrders || this.data.ordersUntil === undefined) this.data.ordersUntil = this.now;
		if (!readOrders) {
			this.data.movedUntil = this.now;
			this.data.moves = Object.fromEntries(this.moves);
		}
		this.data.readOrders = readOrders;
		this.data.gone = [...this.goneKeys].slice(-GONE_KEPT);
		this.data.unfinished = Object.fromEntries(this.dueAt);
	}

	private isWhole(): boolean {
		const whole = numberIn(this.data.whole);
		return whole === undefined || whole === this.now || this.now - whole >= DAY_MS;
	}

	private dueOf(record: RoundRecord): number | undefined {
		const { state, claimedAt, leaseMs, deadline, told, askedAgain, said = {} } = record;
		/** What is said once a day. */
		const aDayAfter = (id: string) => (said[id] ? Date.parse(said[id]) + DAY_MS : 0);
		const againAfter = (last: string) => Date.parse(last) + this.settings.tellAgainMs;
		if (state === 'claimed') {
			const again = askedAgain ? againAfter(askedAgain.last) : 0;
			return Math.max(Date.parse(claimedAt) + leaseMs + 1, again, aDayAfter('neverAsked'));
		}
		if (state === 'open') {
			const saidAgain = Math.max(aDayAfter('overdue'), aDayAfter('unknown'));
			return deadline === undefined ? NEVER : Math.max(Date.parse(deadline), saidAgain);
		}
		if (isEnding(record)) return closedAt(record) + ENDING_MS;
		if (state !== 'decided') return undefined;
		const next = told ? Math.max(againAfter(told.last), aDayAfter('stuck')) : this.now;
		return said.unproven === undefined ? next : Math.max(next, againAfter(said.unproven));
	}
}
