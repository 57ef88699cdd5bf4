import type { B2bClient } from '../edition/transport/B2bClient';
import type { StoreClient } from '../transport/StoreClient';
import { singleData, type Delivery } from './delivery';
import { readInEdition } from './edition';
import { partOf } from './parts';
import { readPrices } from './prices';
import { readAt, readPartAt, type PartReading } from './reading';
import { sourceOf } from './sources';

/** What an event is about, and under which name the item shows it. */
export type FullRecord = PartReading & {
	kind: string;
	/** What of it the event tells of: the message of an order, the metafield of a product. */
	part?: PartReading & { kind: string };
};

/**
 * Reads the object of an event again, and the part of it that the event tells of.
 *
 * @param edition reads what events of B2B Edition are about; left out where its credential is not chosen
 * @returns undefined when there is nothing to read for this event
 */
export async function readFullRecord(
	client: StoreClient,
	delivery: Delivery,
	edition?: B2bClient,
): Promise<FullRecord | undefined> {
	const data = singleData(delivery);
	if (edition) {
		const ofEdition = await readInEdition(client, edition, delivery.scope, data);
		if (ofEdition) return ofEdition;
	}
	const prices = await readPrices(client, delivery);
	if (prices) return prices;
	const source = sourceOf(delivery.scope, data);
	const place = source?.at(data);
	if (!source || !place) return undefined;
	const full: FullRecord = { kind: source.name, ...(await readAt(client, source, place)) };
	if ('refused' in full) return full;
	const part = partOf(delivery.scope, data);
	const partPlace = part?.at(data, 'record' in full ? full.record : undefined);
	if (!part || !partPlace) return full;
	return { ...full, part: { kind: part.name, ...(await readPartAt(client, part, partPlace)) } };
}

/** Why a record cannot be read just now, although it may be later: it, or its part. */
export function passingRefusal(full: FullRecord | undefined): Error | undefined {
	const waits = [full, full?.part].find((one) => one && 'refused' in one && one.passing);
	return waits && 'refused' in waits ? waits.refused : undefined;
}
