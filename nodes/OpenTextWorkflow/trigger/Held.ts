import omit from 'lodash/omit';
import { isRecord } from '../../shared/isRecord';

/** How a task stands, where that is the event. */
export interface State {
	/** Who holds it, or since when it is due. */
	value: string;
	/** Since when it stands so, in ms since 1970; undefined when nobody tells. */
	since?: number;
}

/** What is remembered of one task. */
interface Entry extends State {
	/** When no list showed it for the first time, by our clock; in ms since 1970. Undefined while one does. */
	gone?: number;
	/** When it ended, by the service's clock; undefined while it is open. */
	ended?: number;
	/** How a look saw it that ran beside: nobody knows which of the two looked later, so both are known until the next look. */
	beside?: State;
	/** How it stood before, for looks that began while it did. */
	past?: readonly Past[];
}

/** How a task stood until a time, by our clock; in ms since 1970. */
interface Past extends State {
	until: number;
}

/** How long a task is remembered that no list shows any more: its end may be shown late, and n8n may have been down for longer. */
const LIFE_MS = 7 * 24 * 60 * 60_000;

/** How long a look may take at the most that runs beside others, in ms, and how often a task changes meanwhile. */
const BESIDE_MS = 15 * 60_000;
const MOST_PAST = 10;

/** Runtime and history note the same claim a little apart. In ms. */
const SAME_MS = 2_000;

export const isSame = (one: State, other: State): boolean =>
	one.value === other.value &&
	(one.since === undefined || other.since === undefined || Math.abs(one.since - other.since) <= SAME_MS);

const timeIn = (value: unknown): number | undefined =>
	typeof value === 'number' && Number.isFinite(value) ? value : undefined;

function stateIn(given: unknown): State | undefined {
	if (!isRecord(given) || typeof given.value !== 'string') return undefined;
	const since = timeIn(given.since);
	return { value: given.value, ...(since !== undefined && { since }) };
}

function pastIn(given: unknown): Past[] {
	return (Array.isArray(given) ? given : []).flatMap((one: unknown) => {
		const [state, until] = [stateIn(one), isRecord(one) ? timeIn(one.until) : undefined];
		return state && until !== undefined ? [{ ...state, until }] : [];
	});
}

/** Those that a look may have begun with that is still under way. */
const recent = (past: readonly Past[] = []): Past[] =>
	past.filter(({ until }) => Date.now() - until < BESIDE_MS);

const withPast = (entry: Entry, past: readonly Past[]): Entry => ({
	...omit(entry, 'past'),
	...(past.length && { past: past.slice(-MOST_PAST) }),
});

function entryIn(given: unknown): Entry | undefined {
	const state = stateIn(given);
	if (!state || !isRecord(given)) return undefined;
	const [ended, gone, beside] = [timeIn(given.ended), timeIn(given.gone), stateIn(given.beside)];
	return {
		...state,
		...(gone !== undefined && { gone }),
		...(ended !== undefined && { ended }),
		...(beside && { beside }),
		past: pastIn(given.past),
	};
}

/** How the tasks stood when they were looked at last, by their ids. Whatever is broken in what was kept is passed over. */
export class Held {
	private readonly entries = new Map<string, Entry>();

	/** What the lists show now. */
	private readonly shown = new Set<string>();

	/** @param kept what `all` gave before */
	constructor(kept: unknown) {
		for (const [id, given] of isRecord(kept) ? Object.entries(kept) : []) {
			const entry = entryIn(given);
			if (entry) this.entries.set(id, entry);
		}
	}

	/** Whether the task stood so already. */
	isKnown(id: string, state: State): boolean {
		return this.same(id, state) !== undefined;
	}

	/** Whether it stood so at some time since a look began. @param began by our clock, in ms since 1970 */
	wasKnown(id: string, state: State, began: number): boolean {
		const past = this.entries.get(id)?.past ?? [];
		return past.some((known) => known.until > began && isSame(known, state));
	}

	private same(id: string, state: State): State | undefined {
		const entry = this.entries.get(id);
		return [entry, entry?.beside].find((known) => known && isSame(known, state));
	}

	/** Whether something else was noted of a task than stood there before: by a poll that ran beside, and looked later. */
	differs(id: string, before: Held): boolean {
		const [now, was] = [this.entries.get(id), before.entries.get(id)];
		return now !== undefined && (was === undefined || !isSame(now, was) || now.ended !== was.ended);
	}

	/** A list shows it still; what is remembered of it stays. */
	show(id: string): void {
		this.shown.add(id);
	}

	/** A look that ran beside others saw it so, and told it. */
	noteBeside(id: string, { value, since }: State): void {
		const entry = this.entries.get(id);
		this.shown.add(id);
		if (entry) this.entries.set(id, { ...entry, beside: { value, ...(since !== undefined && { since }) } });
	}

	/** @param ended when it ended, in ms since 1970; left out while it is open */
	note(id: string, state: State, ended?: number): void {
		const since = state.since ?? this.same(id, state)?.since;
		const known = this.entries.get(id);
		const replaced = [known, known?.beside]
			.filter((one) => one !== undefined)
			.filter((one) => !isSame(one, state))
			.map(({ value, since: before }): Past => ({
				value,
				...(before !== undefined && { since: before }),
				until: Date.now(),
			}));
		this.shown.add(id);
		const entry: Entry = {
			value: state.value,
			...(since !== undefined && { since }),
			...(ended !== undefined && { ended }),
		};
		this.entries.set(id, withPast(entry, [...recent(known?.past), ...replaced]));
	}

	has(id: string): boolean {
		return this.entries.has(id);
	}

	/**
	 * What is to be kept.
	 *
	 * @param endedSince an ended task is not shown again when it ended before this time
	 * @param isWhole the lists were read to their end: what they did not show by now is gone
	 */
	all(endedSince: number, isWhole: boolean): Record<string, Entry> {
		const now = Date.now();
		const alive: Array<[string, Entry]> = [];
		for (const [id, entry] of this.entries) {
			const gone = this.shown.has(id) ? undefined : (entry.gone ?? now);
			const isAlive =
				entry.ended === undefined
					? !isWhole || gone === undefined || now - gone < LIFE_MS
					: entry.ended >= endedSince;
			const kept: Entry = { ...entry, ...(gone !== undefined && { gone }) };
			if (isAlive) alive.push([id, withPast(kept, recent(entry.past))]);
		}
		return Object.fromEntries(alive);
	}
}
