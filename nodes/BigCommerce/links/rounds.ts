import { parseLinkKey } from '../../shared/linkKey';
import { isUpForTakeover, type LinkRecord } from '../../shared/linkRecord';
import { Metafields } from '../transport/metafields';
import type { Owner } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';
import { LINK_NAMESPACE, toStoredLink, type StoredLink } from './Links';

/** A link whose record could be read, with the parts of its key. */
export interface Round extends StoredLink {
	record: LinkRecord;
	purpose: string;
	round: number;
}

/**
 * The newest round of each purpose on one store object. Of two links of the same round, made by different API accounts, one that still holds goes first.
 *
 * @param now the time, in ms since 1970
 * @returns by purpose; metafields that hold no link record are left out
 */
export async function latestRounds(
	client: StoreClient,
	owner: Owner,
	now = Date.now(),
): Promise<ReadonlyMap<string, Round>> {
	const found = await new Metafields(client, owner).list({ namespace: LINK_NAMESPACE });
	const latest = new Map<string, Round>();
	for (const link of found.map(toStoredLink)) {
		const key = link.record && parseLinkKey(link.record.key);
		if (!link.record || !key) continue;
		const round = { ...link, record: link.record, purpose: key.purpose, round: key.round };
		const known = latest.get(key.purpose);
		if (!known || round.round > known.round || (round.round === known.round && holds(round, now))) {
			latest.set(key.purpose, round);
		}
	}
	return latest;
}

const holds = ({ record }: Round, now: number): boolean => !isUpForTakeover(record, now);
