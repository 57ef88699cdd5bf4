import type { Carrier } from '../transport/carriers';
import type { StoreClient } from '../transport/StoreClient';
import { DecisionRounds } from './DecisionRounds';

/**
 * The rounds of every question about one object, on whatever carries them.
 *
 * @throws NodeApiError when the carrier is a neighbour, and the store does not tell it
 */
export async function roundsAbout(
	store: StoreClient,
	{ value, carrier }: { value: string; carrier: Carrier },
	objectId: string,
): Promise<DecisionRounds> {
	return new DecisionRounds(store, await carrier.of(store, objectId), {
		objectType: value,
		objectId,
		...(carrier.isNeighbour && { isOnNeighbour: true }),
	});
}
