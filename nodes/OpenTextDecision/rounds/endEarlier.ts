import { isUndone } from '../../shared/decision/planRound';
import { about } from '../../shared/linkKey';
import type { ItemRun } from '../../shared/itemRun';
import { isEnding, isRunning } from '../../shared/decision/roundRecord';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Services } from '../transport/Services';
import { carryOutEnd, closeRound, enderOf, endRound } from './endRound';

/** How often rounds are read again that somebody else wrote at the same moment. */
const TURNS = 3;

/**
 * Ends the running rounds of the question that are older than this one: the round first, so that what people still decide in it is not told, then what people have in front of them. A run that died in
 * between is followed by one that does the same, or by the trigger. A decision that is being carried out by now stands.
 *
 * @returns that decision: then nothing was ended, and nothing is to be asked
 */
export async function endEarlier(
	run: ItemRun,
	services: Services,
	rounds: DecisionRounds,
	{ key, record }: StoredRound,
): Promise<StoredRound | undefined> {
	const isEarlier = (other: StoredRound) =>
		other.key.objectType === key.objectType &&
		other.key.purpose === key.purpose &&
		about(other.key) === about(key) &&
		other.key.round < key.round;
	const ender = enderOf(run, services, rounds);
	const ended = async (round: StoredRound): Promise<boolean> => {
		const closed = isRunning(round.record) ? await closedFor(key.round, ender, round) : round;
		if (!closed) return false;
		const isOfAnotherService = round.record.question.askedBy !== record.question.askedBy;
		if (!isEnding(closed.record) || isOfAnotherService) return true;
		// What a run left in doubt may come to stand yet: the trigger ends it once more.
		if (round.record.state === 'claimed') await carryOutEnd(ender, closed);
		else await endRound(ender, closed);
		return true;
	};
	for (let turn = 1; turn <= TURNS; turn++) {
		const earlier = (await rounds.all()).filter(isEarlier);
		const begun = earlier.find((round) => round.record.state === 'decided' && !isUndone(round.record));
		if (begun) return begun;
		let isWritten = false;
		for (const round of earlier) isWritten = !(await ended(round)) || isWritten;
		if (!isWritten) break;
	}
	return undefined;
}

/** Ends a claim with which people are not asked after all. @returns the round as it stands then */
export async function endUnasked(
	run: ItemRun,
	services: Services,
	rounds: DecisionRounds,
	claim: StoredRound,
	why: string,
): Promise<StoredRound> {
	const ender = enderOf(run, services, rounds);
	const taken = await closeRound(ender, claim, { why, givesBack: false });
	return 'round' in taken ? await endRound(ender, taken.round) : claim;
}

/** @returns undefined when somebody else wrote it meanwhile */
async function closedFor(
	next: number,
	ender: ReturnType<typeof enderOf>,
	round: StoredRound,
): Promise<StoredRound | undefined> {
	const taken = await closeRound(ender, round, { why: `replaced by round ${next}`, givesBack: false });
	return 'round' in taken ? taken.round : undefined;
}
