import { isStale } from '../../shared/decision/roundRecord';
import { metafieldsOfType } from '../transport/metafields';
import type { OwnerType } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';
import { ARCHIVE_NAMESPACE } from './archive';
import { LINK_NAMESPACE } from './Links';
import { namespaceOf, questionOf } from './roundName';
import { isOfLinks, roundsIn, withoutCopies, type StoredRound } from './storedRound';

/**
 * The newest round of each question. Of two of one number, made by different API accounts, one that still holds goes first.
 *
 * @param now the time, in ms since 1970
 */
export function newestRounds(rounds: readonly StoredRound[], now: number): StoredRound[] {
	const newest = new Map<string, StoredRound>();
	for (const round of rounds) {
		const question = questionOf(round.key);
		const known = newest.get(question);
		const isNewer = !known || round.key.round > known.key.round;
		if (isNewer || (round.key.round === known.key.round && !isStale(round.record, now))) {
			newest.set(question, round);
		}
	}
	return [...newest.values()];
}

/**
 * The newest round of each question about every object of one type, of either format: the last asked first.
 *
 * @param purpose left out: of every purpose
 * @throws NodeApiError when the store does not answer
 */
export async function newestOfType(
	client: StoreClient,
	type: OwnerType,
	purpose?: string,
): Promise<StoredRound[]> {
	const namespaces = purpose === undefined ? [] : [namespaceOf(purpose), LINK_NAMESPACE, ARCHIVE_NAMESPACE];
	const found =
		purpose === undefined
			? await metafieldsOfType(client, type, {})
			: (
					await Promise.all(
						namespaces.map(async (namespace) => await metafieldsOfType(client, type, { namespace })),
					)
				).flat();
	const rounds = withoutCopies(found.filter(isOfLinks).flatMap(roundsIn));
	const wanted = rounds.filter(({ key }) => purpose === undefined || key.purpose === purpose);
	const timeOf = ({ record }: StoredRound) => Date.parse(record.claimedAt) || 0;
	return newestRounds(wanted, Date.now()).sort((one, other) => timeOf(other) - timeOf(one));
}
