import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { isHeldByUs } from '../../BigCommerce/links/heldByUs';
import { readFacts } from '../../BigCommerce/records/facts/groups';
import { Sources } from '../../BigCommerce/records/facts/sources';
import { orGone } from '../../BigCommerce/transport/gone';
import type { Given } from '../../shared/record/given';
import type { Services } from '../transport/Services';
import type { TriggerSettings } from './settings';

/**
 * What people decide about, with the facts that were asked for.
 *
 * @param watched the names that are compared
 * @returns null when it is gone, and its rounds are not, since what carries them outlives it
 * @throws NodeApiError when the store does not answer
 */
export async function readObject(
	services: Pick<Services, 'store' | 'b2b'>,
	{ facts: groups, type }: Pick<TriggerSettings, 'facts' | 'type'>,
	{ key }: Pick<StoredRound, 'key'>,
	watched: readonly string[],
): Promise<Given | null> {
	const read = async () => await type.read(services, key.objectId, watched);
	if (type.carrier.outlives) return (await orGone(read)) ?? null;
	const object = await read();
	if (!groups.length) return object;
	const facts = await readFacts(new Sources(services.store, object, isHeldByUs), groups);
	const known = { ...object, facts };
	return known;
}
