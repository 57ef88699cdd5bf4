import { isRecord } from '../../shared/isRecord';
import type { Subject } from './events';
import { Held, type State } from './Held';
import { REMEMBERED, roundIn, timeIn, timesIn, type Kept } from './kept';

/** How long an event without a usable time is remembered after the list showed it last, and how many at most. */
const UNDATED_LIFE_MS = 7 * 24 * 60 * 60_000;
const MOST_UNDATED = 1_000;

/** One event as a poll found it. */
export interface Found {
	/** By what it is recognised. */
	key: string;
	of: Subject;
	/** It is no such event, although the list shows it. */
	isOther?: boolean;
	/** When it happened, in ms since 1970; undefined when the service gives no usable time. */
	at?: number;
	/** How the task stands, where that is the event: then it is news when it stood otherwise before. */
	state?: State;
	/** The list of open tasks shows it: its time tells nothing of how far the history was read. */
	isOpen?: boolean;
}

/** By what an event is known again. */
export type Known = Pick<Found, 'key' | 'at' | 'state' | 'isOpen'>;

/**
 * What the trigger knows from poll to poll. It is kept in n8n's static data, so that a restart neither loses nor repeats: `start` (nothing before it is told), `last` (the newest
 * event seen), `told` (ids told lately, with the time of their event), `undated` (told events without a usable time, with the time at which the list showed them last), `held`
 * (how tasks stood), `open` (how far their list was read); times in ms since 1970. Whatever is broken in there is passed over.
 */
export class Cursor {
	private read?: { from: unknown; held: Held };

	/** When this look began, by our clock in ms since 1970, how the tasks stood then, and the newest event that had been seen. */
	private readonly began = Date.now();

	private readonly before: Held;

	private readonly lastBefore?: number;

	/**
	 * @param kept n8n's static data; it is written into, and forgotten when it is about another event
	 * @param isNew data that does not name its event cannot be about this one
	 */
	constructor(
		private readonly kept: Kept,
		private readonly overlapMs: number,
		event: string,
		isNew = false,
	) {
		const isOther = kept.event === undefined ? isNew : kept.event !== event;
		if (isOther) for (const name of REMEMBERED) delete kept[name];
		kept.event = event;
		this.before = new Held(kept.held);
		this.lastBefore = this.last;
	}

	/** Undefined before the first poll. */
	get start(): number | undefined {
		return timeIn(this.kept.start) ?? this.last;
	}

	set start(time: number) {
		this.kept.start = time;
	}

	/** The time from which on the next poll reads. */
	since(start: number): number {
		return Math.max(start, (this.last ?? start) - this.overlapMs);
	}

	/** How many open tasks the looks before have read, when they did not come to the end of the list. */
	get openFrom(): number {
		return roundIn(this.kept.open)?.from ?? 0;
	}

	/** Polls may overlap: what stood before this look is no news to it, whatever another has seen since. */
	isTold(found: Known): boolean {
		const { key, at, state } = found;
		if (this.isOvertaken(found) || this.isMetLate(found)) return true;
		if (state) return this.isKnown(key, state);
		const told = at === undefined ? this.kept.undated : this.kept.told;
		return isRecord(told) && Object.hasOwn(told, key) && timeIn(told[key]) !== undefined;
	}

	/** Whether a task stood so when it was looked at last, or when this look began, or in between. */
	private isKnown(key: string, state: State): boolean {
		const { before, began, held } = this;
		return held.isKnown(key, state) || before.isKnown(key, state) || held.wasKnown(key, state, began);
	}

	/** Whether a poll has told it, or has gone past it farther than is remembered of what was told. */
	isPast(found: Known): boolean {
		if (this.isTold(found)) return true;
		const { at, state } = found;
		const { start, last } = this;
		if (at === undefined || start === undefined) return false;
		// How a task stands is remembered for as long as it is open.
		return at < start || (state === undefined && last !== undefined && at < last - 2 * this.overlapMs);
	}

	/**
	 * Notes what was seen and what is told of it. It moves only by times that the service returned, and never beyond the service's own clock: a record from the future would hide
	 * everything that happens until then.
	 *
	 * @param limit the service's clock, or how far it was read if that is less; in ms since 1970
	 * @param open how far the list of open tasks was read; left out when not all that was read was seen
	 */
	note(
		seen: readonly Found[],
		told: readonly Found[],
		limit: number,
		open?: { next?: number; isFirst?: true },
	): void {
		const times = [this.last ?? 0, ...seen.map(({ at, isOpen }) => (isOpen ? 0 : (at ?? 0)))];
		const last = times.reduce((latest, time) => Math.max(latest, Math.min(time, limit)), 0);
		const rememberedSince = last - 2 * this.overlapMs;
		this.noteHeld(seen, rememberedSince, open !== undefined && open.next === undefined);
		const isOwn = ({ state }: Found) => state === undefined;
		this.noteUndated(seen.filter(isOwn), told.filter(isOwn));
		const all = this.told;
		for (const { key, at } of told.filter(isOwn)) if (at !== undefined) all.set(key, at);
		if (last) this.kept.last = last;
		this.kept.told = Object.fromEntries([...all].filter(([, time]) => time >= rememberedSince));
		if (open) this.noteOpen(open);
	}

	private noteOpen({
		next,
		isFirst = roundIn(this.kept.open)?.isFirst,
	}: {
		next?: number;
		isFirst?: boolean;
	}): void {
		if (next === undefined) delete this.kept.open;
		else this.kept.open = { from: next, ...(isFirst && { isFirst }) };
	}

	/** Whether a task stood so before the trigger began, and is met only now since the list is long. */
	private isMetLate({ key, at = 0, isOpen }: Known): boolean {
		const isFirst = roundIn(this.kept.open)?.isFirst ?? false;
		return isFirst && isOpen === true && at < (this.start ?? 0) && !this.held.has(key);
	}

	/** Whether another look that went farther has told it, and forgotten already that it did. */
	private isOvertaken({ at, isOpen }: Known): boolean {
		const { last } = this;
		if (isOpen || at === undefined || last === undefined || last === this.lastBefore) return false;
		return at < last - 2 * this.overlapMs;
	}

	/** What stood so and was not wanted is known as well. */
	private noteHeld(seen: readonly Found[], endedSince: number, isWhole: boolean): void {
		const held = this.held;
		for (const { key, state, at, isOpen } of seen) {
			if (!state) continue;
			// Polls may overlap: what another saw stays.
			if (!held.differs(key, this.before)) held.note(key, state, isOpen ? undefined : at);
			else if (this.isKnown(key, state)) held.show(key);
			else held.noteBeside(key, state);
		}
		const all = held.all(endedSince, isWhole);
		if (Object.keys(all).length || this.kept.held !== undefined) this.kept.held = all;
	}

	private noteUndated(seen: readonly Found[], told: readonly Found[]): void {
		const now = Date.now();
		const undated = this.undated;
		const isUndated = ({ at }: Found) => at === undefined;
		const shown = [...seen.filter((found) => this.isTold(found)), ...told].filter(isUndated);
		for (const { key } of shown) {
			undated.delete(key);
			undated.set(key, now);
		}
		const kept = [...undated].filter(([, time]) => now - time < UNDATED_LIFE_MS).slice(-MOST_UNDATED);
		if (kept.length || this.kept.undated !== undefined) this.kept.undated = Object.fromEntries(kept);
	}

	private get last(): number | undefined {
		const last = timeIn(this.kept.last);
		return last ?? (this.told.size ? Math.max(...this.told.values()) : undefined);
	}

	private get told(): Map<string, number> {
		return timesIn(this.kept.told);
	}

	/** Read again only when it was written, which an overlapping poll may have done too. */
	private get held(): Held {
		if (this.read?.from !== this.kept.held || !this.read) {
			this.read = { from: this.kept.held, held: new Held(this.kept.held) };
		}
		return this.read.held;
	}

	private get undated(): Map<string, number> {
		return timesIn(this.kept.undated);
	}
}
