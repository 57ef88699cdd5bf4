import uniq from 'lodash/uniq';
import { changedParts } from './planRound';
import { isHolding, type RoundRecord } from './roundRecord';

/** How what is watched looks now, by its names. */
export type Seen = (names: readonly string[]) => Readonly<Record<string, string>>;

/** A round about an object. */
interface Round {
	record: RoundRecord;
}

/** Everything that is watched of an object by these rounds about it. */
export const watchedIn = (rounds: ReadonlyArray<{ record: Pick<RoundRecord, 'watched'> }>): string[] =>
	uniq(rounds.flatMap(({ record }) => Object.keys(record.watched)));

/** What is not as people decided about it; once effects have begun, as it was then. */
export const changedOf = ({ watched, begun }: RoundRecord, seen: Seen): string[] =>
	begun?.changed ?? changedParts(watched, seen(Object.keys(watched)));

/** Whether a Go waits itself for other questions about its object. */
export const isWaitingGo = ({ holds, state, verdict }: RoundRecord): boolean =>
	holds && state === 'decided' && verdict === 'go';

/** Whether an object waits for another question: one that is neither a Go nor withdrawn, or a Go that waits itself, about an object that is not what people said Go to any more. */
export const holdsStill = ({ record }: Round, seen: Seen | undefined): boolean =>
	isHolding(record) || (isWaitingGo(record) && seen !== undefined && changedOf(record, seen).length > 0);

/**
 * The questions for which an object waits beside one that is carried out. Once effects have begun, as they were then: what changes the object from then on is our own doing. As long
 * as none of them could read the object, a Go that waits is compared as it stands: a change of which nobody knows whose it is never counts as ours.
 *
 * @param begun of the one that is carried out
 * @param others the newest rounds of all others
 * @param seen undefined where the object cannot be read
 * @returns their link keys
 */
export function heldByOf(
	begun: RoundRecord['begun'],
	others: readonly Round[],
	seen: Seen | undefined,
): string[] {
	const keysOf = (rounds: readonly Round[]): string[] => rounds.map(({ record }) => record.key);
	const holding = others.filter((other) => holdsStill(other, seen));
	if (!begun) return keysOf(holding);
	if (begun.changed) return begun.heldBy;
	return uniq([...begun.heldBy, ...keysOf(holding.filter(({ record }) => isWaitingGo(record)))]);
}
