import { isRecord } from '../../shared/isRecord';
import type { Subject } from './events';

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
}

/** Beyond this, in ms, JavaScript has no dates; the real bound is a little farther. */
const FARTHEST = 8.6e15;

const timeIn = (value: unknown): number | undefined =>
	typeof value === 'number' && Math.abs(value) <= FARTHEST ? value : undefined;

const timesIn = (value: unknown): Map<string, number> => {
	const times = new Map<string, number>();
	for (const [key, entry] of isRecord(value) ? Object.entries(value) : []) {
		const time = timeIn(entry);
		if (time !== undefined) times.set(key, time);
	}
	return times;
};

/** What is kept in n8n's static data; it may be broken. */
export interface Kept {
	start?: unknown;
	last?: unknown;
	told?: unknown;
	undated?: unknown;
}

/**
 * What the trigger knows from poll to poll. It is kept in n8n's static data, so that a restart neither loses nor repeats: `start` (nothing before it is told), `last` (the newest
 * event seen), `told` (ids told lately, with the time of their event), `undated` (told events without a usable time, with the time at which the list showed them last); times in ms
 * since 1970. Whatever is broken in there is passed over.
 */
export class Cursor {
	/** @param kept n8n's static data; it is written into */
	constructor(
		private readonly kept: Kept,
		private readonly overlapMs: number,
	) {}

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

	isTold({ key, at }: Found): boolean {
		const told = at === undefined ? this.kept.undated : this.kept.told;
		return isRecord(told) && Object.hasOwn(told, key) && timeIn(told[key]) !== undefined;
	}

	/**
	 * Notes what was seen and what is told of it. It moves only by times that the service returned, and never beyond the service's own clock: a record from the future would hide
	 * everything that happens until then.
	 *
	 * @param clock the service's, in ms since 1970
	 */
	note(seen: readonly Found[], told: readonly Found[], clock: number): void {
		const times = [this.last ?? 0, ...seen.map(({ at }) => at ?? 0)];
		const last = times.reduce((latest, time) => Math.max(latest, Math.min(time, clock)), 0);
		this.noteUndated(seen, told);
		const all = this.told;
		for (const { key, at } of told) if (at !== undefined) all.set(key, at);
		if (last) this.kept.last = last;
		this.kept.told = Object.fromEntries([...all].filter(([, time]) => time >= last - 2 * this.overlapMs));
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

	private get undated(): Map<string, number> {
		return timesIn(this.kept.undated);
	}
}
