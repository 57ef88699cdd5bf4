import { holdsStill, type Seen } from '../../shared/decision/heldBy';
import { orGone } from '../../BigCommerce/transport/gone';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { closedAs } from '../../BigCommerce/edition/records/quoteCheckout';
import { objectType } from '../records/objects';
import type { Services } from '../transport/Services';
import { allowCheckout } from './openCheckout';
import { releaseOrder } from './releaseOrder';

/** Ends the hold of a round, if nothing else holds its object: an order gets its status back, a quote its checkout. */
export async function releaseObject(
	functions: { getWorkflow(): { id?: string } },
	services: Pick<Services, 'store' | 'b2b'>,
	rounds: DecisionRounds,
	round: StoredRound,
	reason: string,
): Promise<void> {
	const { key, record } = round;
	const type = objectType(key.objectType);
	if (type?.waits !== 'checkout') return await releaseOrder(functions, services, rounds, round, reason);
	if (!record.holds) return;
	const others = await rounds.others(key);
	const quote = await orGone(async () => await type.read(services, key.objectId));
	if (!quote || closedAs(quote) !== undefined) return;
	const seen: Seen = (names) => type.watched(quote, names);
	if (others.some((other) => holdsStill(other, seen))) return;
	await allowCheckout(services, rounds, round, seen);
}
