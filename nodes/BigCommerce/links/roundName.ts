import type { RoundRecord } from '../../shared/decision/roundRecord';
import { serializeRound } from '../../shared/decision/serializeRound';
import { about, type LinkKey } from '../../shared/linkKey';
import type { MetafieldInput } from '../transport/metafields';
import { LINK_NAMESPACE } from './Links';

/** Purposes have a namespace each, so that the store finds all rounds of one (decisions page, section 1). */
export const namespaceOf = (purpose: string): string => `${LINK_NAMESPACE}.${purpose}`;

/** Where a round stands on its carrier: with the object's type and id, since a carrier may hold rounds about others. */
export const nameOf = (key: LinkKey) => ({
	namespace: namespaceOf(key.purpose),
	key: `${key.objectType}:${about(key)}:${key.round}`,
});

/** Which question a round belongs to: several of one purpose are told apart by their part. */
export const questionOf = ({ objectType, purpose, ...object }: LinkKey): string =>
	[objectType, about(object), purpose].join(':');

/** Permission set `write`: a replaced API account can still go on with it. */
export const roundInput = (key: LinkKey, record: RoundRecord): MetafieldInput => ({
	...nameOf(key),
	value: serializeRound(record),
	permission_set: 'write',
	description: 'A decision of OpenText, kept by n8n',
});
