import type { RoundRecord } from './roundRecord';

/** What the history says where somebody wants a round told again, or an object asked about that never was. */
export const TO_BE_TOLD_AGAIN = 'to be told again';

/** How the entry of a claim begins that goes on with what another run left. */
export const TAKEN_OVER = 'taken over from';

const isAttempt = ({ state, note }: RoundRecord['history'][number], at: number): boolean =>
	state === 'claimed' && (note === undefined ? at === 0 : note.startsWith(TAKEN_OVER));

/**
 * How often it was tried to put a question to people of which nothing came: as often as it was claimed, or led to Ask, since somebody wanted it told again. A run that fails or dies
 * leaves its claim, and the next one takes it over.
 */
export function attemptsOf({ history, askedAgain }: Pick<RoundRecord, 'history' | 'askedAgain'>): number {
	const wanted = history.map(({ note }) => note).lastIndexOf(TO_BE_TOLD_AGAIN);
	const claims = history.filter((entry, at) => at > wanted && isAttempt(entry, at)).length;
	return Math.max(claims, askedAgain?.times ?? 0);
}
