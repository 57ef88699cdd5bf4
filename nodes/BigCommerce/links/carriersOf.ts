import range from 'lodash/range';
import uniq from 'lodash/uniq';
import { about, type LinkKey } from '../../shared/linkKey';
import type { Metafield } from '../transport/metafield';
import { Metafields, metafieldsOfType } from '../transport/metafields';
import type { OwnerType } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';
import { ARCHIVE_NAMESPACE } from './archive';
import { roundsIn } from './storedRound';

/** What is looked for: the rounds about one object, or about one part of it. */
export type Sought = Pick<LinkKey, 'objectType' | 'objectId' | 'part'>;

/** How many rounds are looked for with one call. */
const SPAN = 40;

/** The keys of rounds of these numbers, about the object and about the part (decisions page, section 1). */
const keysOf = ({ objectType, objectId, part }: Sought, numbers: readonly number[]): string[] =>
	uniq([about({ objectId }), about({ objectId, part })]).flatMap((thing) =>
		numbers.map((number) => `${objectType}:${thing}:${number}`),
	);

/**
 * Every metafield of those that carry a round about an object, wherever it was written: by the names of rounds over the whole kind of carrier, and in archive entries. So a company whose administrator changed
 * has its questions, and nobody has to read what lies on all customers.
 *
 * @throws NodeApiError when the store does not answer
 */
export async function fieldsOfCarriers(
	client: StoreClient,
	type: OwnerType,
	sought: Sought,
): Promise<Metafield[]> {
	const { objectType, objectId } = sought;
	const carriers = new Set<string>();
	let last = 0;
	const note = (fields: readonly Metafield[]): void => {
		for (const { key, carrierId } of fields.flatMap(roundsIn)) {
			if (key.objectType !== objectType || key.objectId !== objectId) continue;
			carriers.add(carrierId);
			last = Math.max(last, key.round);
		}
	};
	note(await metafieldsOfType(client, type, { namespace: ARCHIVE_NAMESPACE }));
	for (let first = 1; first <= last + 1; first += SPAN) {
		const keys = keysOf(sought, range(first, first + SPAN));
		note(await metafieldsOfType(client, type, { 'key:in': keys.join(',') }));
	}
	const fields: Metafield[] = [];
	for (const id of carriers) fields.push(...(await new Metafields(client, { type, id }).list({})));
	return fields;
}
