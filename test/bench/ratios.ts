/** How many times as long we took, over all rounds of one run. */
export interface Ratio {
	median: number;
	min: number;
	max: number;
	/** the most that the median may be */
	bound: number;
	ok: boolean;
}

/** The middle value; of an even number of values the mean of the two in the middle. @throws RangeError for none */
export function median(values: readonly number[]): number {
	if (!values.length) throw new RangeError('There is no median of nothing');
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Compares round by round: both times of a pair were taken one right after the other, so that a busy machine slows both.
 *
 * @param ours times in ms, one per round
 * @param theirs times in ms of the same rounds
 * @throws RangeError when the rounds do not match
 */
export function ratioOf(ours: readonly number[], theirs: readonly number[], bound: number): Ratio {
	if (ours.length !== theirs.length) throw new RangeError('Both sides need the same rounds');
	const pairs = ours.map((time, round) => time / theirs[round]);
	const middle = median(pairs);
	return {
		median: rounded(middle),
		min: rounded(Math.min(...pairs)),
		max: rounded(Math.max(...pairs)),
		bound,
		ok: middle <= bound,
	};
}
