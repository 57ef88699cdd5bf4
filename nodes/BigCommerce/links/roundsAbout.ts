import type { LinkKey } from '../../shared/linkKey';
import type { Carrier, CarrierKind } from '../transport/carriers';
import { metafieldsOfType } from '../transport/metafields';
import type { StoreClient } from '../transport/StoreClient';
import { fieldsOfCarriers } from './carriersOf';
import { DecisionRounds } from './DecisionRounds';

/** What is decided about, as far as its rounds are looked for. @template Reader what is asked for its carrier */
export interface Subject<Reader> {
	/** In link keys. */
	value: string;
	/** One that nobody tells here is known by its kind alone: rounds are found, and none is claimed. */
	carrier: CarrierKind | Carrier<Reader>;
}

/** Which rounds of an object. */
export interface Wanted extends Pick<LinkKey, 'objectId' | 'part'> {
	/** Those about each of its parts, although nobody knows their names. */
	isOfEveryPart?: true;
}

/**
 * The rounds of every question about one object, on whatever carries them.
 *
 * @param reader what is asked for the carrier
 * @throws NodeApiError when the carrier is a neighbour, and the store does not tell it
 */
export async function roundsAbout<Reader>(
	store: StoreClient,
	reader: Reader,
	{ value, carrier }: Subject<Reader>,
	{ objectId, part, isOfEveryPart }: Wanted,
): Promise<DecisionRounds> {
	const { type, isNeighbour, isOneOfMany } = carrier;
	const carried = { objectType: value, objectId, ...(isNeighbour && { isOnNeighbour: isNeighbour }) };
	const home = async () => {
		if ('of' in carrier) return await carrier.of(reader, objectId);
		throw new RangeError(`Nothing here tells what carries ${value} ${objectId}`);
	};
	if (!isOneOfMany) return new DecisionRounds(store, await home(), carried);
	const sought = { objectType: value, objectId, ...(part !== undefined && { part }) };
	const fields = async () =>
		isOfEveryPart ? await metafieldsOfType(store, type, {}) : await fieldsOfCarriers(store, type, sought);
	return new DecisionRounds(store, { type, id: '' }, { ...carried, fields, home });
}
