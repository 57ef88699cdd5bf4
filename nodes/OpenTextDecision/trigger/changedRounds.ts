import { LINK_NAMESPACE } from '../../BigCommerce/links/Links';
import { namespaceOf } from '../../BigCommerce/links/roundName';
import { toRound, type StoredRound } from '../../BigCommerce/links/storedRound';
import { metafieldsOfType } from '../../BigCommerce/transport/metafields';
import type { StoreClient } from '../../BigCommerce/transport/StoreClient';
import { isAskedBy } from '../ways';
import type { TriggerSettings } from './settings';

/**
 * The rounds of the purpose that changed.
 *
 * @param since in ms since 1970; left out: all of them, also those of the first format, of which one namespace held every purpose
 * @throws NodeApiError when the store does not answer
 */
export async function changedRounds(
	store: StoreClient,
	{ purpose, askedBy, type }: TriggerSettings,
	since?: number,
): Promise<StoredRound[]> {
	const isWhole = since === undefined;
	const changes = isWhole ? {} : { 'date_modified:min': new Date(since).toISOString() };
	const namespaces = [namespaceOf(purpose), ...(isWhole ? [LINK_NAMESPACE] : [])];
	const fields = await Promise.all(
		namespaces.map(
			async (namespace) => await metafieldsOfType(store, type.carrier.type, { namespace, ...changes }),
		),
	);
	const rounds = fields.flat().flatMap((field) => toRound(field) ?? []);
	const isOurs = ({ key }: StoredRound) => key.objectType === type.value && key.purpose === purpose;
	return rounds.filter((round) => isOurs(round) && isAskedBy(round, askedBy));
}
