/** 0.02 % of what a standard store allows, 20,000 calls an hour (BigCommerce reference 2.7): one call in so long, in ms. */
const CALL_MS = 15 * 60_000;

/** How often a trigger asks while it finds nothing, in ms. */
export interface IdleTimes {
	/** Between two sweeps, however many calls each takes. */
	sweepMs: number;
	/** Between two looks whether the store still delivers; left out where sweeps tell that. */
	lookMs?: number;
}

/** What each call of a sweep is good for, and each look, so that both together cost no more than one call in 15 minutes: 3.75 and 0.25 calls an hour. */
const WITH_LOOKS = { callMs: 16 * 60_000, lookMs: 4 * 3_600_000 };

/** Where nothing is swept, looks are all that it asks: a quarter of what it may. */
const LOOKS_ALONE_MS = 3_600_000;

/**
 * How often a trigger asks while it finds nothing, where nobody chose another time. Calls to B2B Edition count like those to the store, although it has a quota of its own: 150 a
 * minute for all integrations, 9,000 an hour (reference 13.1).
 *
 * @param calls how many calls a sweep takes, one for each kind of records; 0 where nothing is swept
 * @param isBlind whether something that is chosen could get lost without a sweep finding it
 */
export function idleTimes(calls: number, isBlind: boolean): IdleTimes {
	if (!isBlind) return { sweepMs: calls * CALL_MS };
	return calls
		? { sweepMs: calls * WITH_LOOKS.callMs, lookMs: WITH_LOOKS.lookMs }
		: { sweepMs: 0, lookMs: LOOKS_ALONE_MS };
}
