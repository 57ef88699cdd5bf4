import type { ItemRun } from '../../shared/itemRun';
import { formatLinkKey, parseLinkKey } from '../../shared/linkKey';
import type { DecisionRounds, StoredRound } from '../../BigCommerce/links/DecisionRounds';
import { objectType, type ObjectType } from '../records/objects';
import { roundsAbout } from '../../BigCommerce/links/roundsAbout';
import type { Services } from '../transport/Services';

/** A round with the rest of those on its object. */
export interface Found {
	type: ObjectType;
	rounds: DecisionRounds;
	round: StoredRound;
}

/**
 * The round of a link key.
 *
 * @throws NodeOperationError when it is no link key, belongs to another store, or nobody asked such a question
 */
export async function findRound(run: ItemRun, services: Services, linkKey: string): Promise<Found> {
	const key = parseLinkKey(linkKey);
	const type = key && objectType(key.objectType);
	if (!key || !type?.id.test(key.objectId)) {
		throw run.refuse({
			what: `"${linkKey}" is not a link key`,
			next: 'Take it from the item of the OpenText Decision Trigger, as {{ $json.link.key }}.',
		});
	}
	const { hash } = await services.store.store();
	if (key.storeHash !== hash) {
		throw run.refuse({
			what: `The link key belongs to store "${key.storeHash}", but the credential to store "${hash}"`,
			next: 'Choose the credential of that store.',
		});
	}
	const rounds = await roundsAbout(services.store, services, type, key);
	const full = formatLinkKey(key);
	const round = (await rounds.all()).find(({ record }) => record.key === full);
	if (round) return { type, rounds, round };
	throw run.refuse({
		what: `${type.label} ${key.objectId} has no question ${full}`,
		next: 'Check the link key, and that the API account may read metafields of others.',
	});
}
