import { changedOf, heldByOf, type Seen } from '../../shared/decision/heldBy';
import type { HeldBack } from '../../shared/decision/roundRecord';
import type { ItemRun } from '../../shared/itemRun';
import type { Given } from '../../shared/record/given';
import { closedAs, setCheckout } from '../../BigCommerce/edition/records/quoteCheckout';
import type { Services } from '../transport/Services';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { Found } from './findRound';
import { applied, type Finished } from './finishSteps';

/** Why a quote may not be bought as the decision says: nobody can any more, or it is not what people have approved. */
function troubleOf({ round }: Found, quote: Given, seen: Seen): HeldBack | undefined {
	const closed = closedAs(quote);
	if (closed) return { why: `the quote is ${closed}`, changed: [], movedTo: closed };
	const changed = changedOf(round.record, seen);
	return changed.length ? { why: `changed meanwhile: ${changed.join(', ')}`, changed } : undefined;
}

/**
 * Lets a quote be bought. A question that came to hold it at that very moment is seen by another look, and it waits on: nobody sees of a quote whether it can be bought, so that no
 * later look could tell.
 *
 * @returns link keys of what holds it
 * @throws NodeApiError when a service does not answer
 */
export async function allowCheckout(
	services: Pick<Services, 'b2b'>,
	rounds: DecisionRounds,
	{ key }: StoredRound,
	seen: Seen,
): Promise<string[]> {
	const id = Number(key.objectId);
	await setCheckout(services.b2b, id, true);
	const heldBy = heldByOf(undefined, await rounds.others(key), seen);
	if (heldBy.length) await setCheckout(services.b2b, id, false);
	return heldBy;
}

/**
 * Carries out a Go on a quote that waited: it can be bought, unless something speaks against it. After a Stop it stays without checkout. What other rounds say is read after the
 * verdict was recorded, so that of two that finish at the same moment the later one sees the earlier.
 *
 * @param note kept with the round
 */
export async function openCheckout(
	run: ItemRun,
	services: Services,
	found: Found,
	note?: string,
): Promise<Finished> {
	const { type, rounds, round } = found;
	const { objectId } = round.key;
	const others = await rounds.others(round.key);
	const quote = await type.read(services, objectId);
	const seen: Seen = (names) => type.watched(quote, names);
	const heldBy = heldByOf(undefined, others, seen);
	const trouble = troubleOf(found, quote, seen);
	if (trouble) return await applied(run, rounds, round, trouble.why, trouble);
	if (heldBy.length) return { round, isDone: false, heldBy, changed: [] };
	const heldMeanwhile = await allowCheckout(services, rounds, round, seen);
	if (heldMeanwhile.length) return { round, isDone: false, heldBy: heldMeanwhile, changed: [] };
	return await applied(run, rounds, round, note);
}
