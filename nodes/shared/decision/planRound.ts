import { isRunning, isStale, mayBeAsked, type Question, type RoundRecord } from './roundRecord';
import { fingerprint } from '../fingerprint';

/** What to do with a round that still runs. */
export type WhileRunning = 'keep' | 'replaceWhenChanged' | 'replaceWhenDifferent';

/** When a question is asked again that was decided. */
export type AfterDecision = 'never' | 'whenChanged' | 'always';

export interface Wish {
	question: Question;
	/** How what is watched looks now. */
	watched: Readonly<Record<string, string>>;
	whileRunning: WhileRunning;
	afterDecision: AfterDecision;
}

/** Why nothing is asked. */
export type Reason = 'asked already' | 'being asked by another run' | 'decided already';

export type Plan =
	/** The first question, or the next one after a finished round. */
	| { do: 'ask'; round: number }
	/** Go on with what a run left that died; its own question counts. */
	| { do: 'continue'; round: number }
	| { do: 'nothing'; reason: Reason };

/** What of the watched is not as it was. @returns the names, in their order */
export const changedParts = (
	before: Readonly<Record<string, string>>,
	now: Readonly<Record<string, string>>,
): string[] => Object.keys(before).filter((name) => before[name] !== now[name]);

/** Whether a decision stands of which nothing was carried out yet, be it that its object waits for others too: once effects have begun, what changes may be our own doing, and a Stop stands. */
export const isUndone = ({ begun, verdict }: RoundRecord): boolean =>
	begun === undefined && verdict !== 'stop';

const isDifferent = (one: Question, other: Question): boolean => fingerprint(one) !== fingerprint(other);

/**
 * What a run that wants to ask has to do, by the newest round of its question. A table of facts: it sends nothing.
 *
 * @param latest undefined when it was never asked
 * @param latestRound its number; 0 when it was never asked
 * @param now the time, in ms since 1970
 */
export function planRound(
	latest: RoundRecord | undefined,
	latestRound: number,
	wish: Wish,
	now: number,
): Plan {
	if (!latest) return { do: 'ask', round: latestRound + 1 };
	const next = latestRound + 1;
	const changed = changedParts(latest.watched, wish.watched).length > 0;
	if (isStale(latest, now)) {
		// People may have it in front of them as it was: what they say of that is no answer about what it is now.
		const isOutdated = latest.state === 'claimed' && mayBeAsked(latest) && changed;
		return isOutdated ? { do: 'ask', round: next } : { do: 'continue', round: latestRound };
	}
	if (latest.state === 'claimed') return { do: 'nothing', reason: 'being asked by another run' };
	if (isRunning(latest)) {
		const isReplaced =
			latest.state === 'open'
				? (wish.whileRunning === 'replaceWhenChanged' && changed) ||
					(wish.whileRunning === 'replaceWhenDifferent' && isDifferent(latest.question, wish.question))
				: isUndone(latest) && changed && wish.afterDecision !== 'never';
		return isReplaced ? { do: 'ask', round: next } : { do: 'nothing', reason: 'asked already' };
	}
	if (latest.state === 'closed' && latest.verdict === 'withdrawn') return { do: 'ask', round: next };
	const isAskedAgain = wish.afterDecision === 'always' || (wish.afterDecision === 'whenChanged' && changed);
	return isAskedAgain ? { do: 'ask', round: next } : { do: 'nothing', reason: 'decided already' };
}
