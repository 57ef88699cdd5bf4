import { OWNERS, type Owner, type OwnerType } from './owners';
import type { ScopeName } from './scopes';
import type { StoreClient } from './StoreClient';
import { readStoreProfile } from './storeProfile';

/** Where the rounds about an object stand: on itself, or on a neighbour where the store keeps no metafields for it (decisions page, section 1). */
export interface Carrier {
	type: OwnerType;
	/** @throws NodeApiError when the store does not tell the neighbour */
	of(store: StoreClient, objectId: string): Promise<Owner>;
	/** A neighbour may become another one: rounds are looked for on all of its kind. */
	isNeighbour?: true;
	/** What an API account needs to find it. */
	needs?: readonly ScopeName[];
}

/** The store keeps metafields for it. */
export const onItself = (type: OwnerType): Carrier => ({
	type,
	of: async (_store, id) => await Promise.resolve({ type, id }),
});

/** The store keeps none: the rounds stand on its default channel. */
export const onDefaultChannel: Carrier = {
	type: OWNERS.channel,
	async of(store) {
		const { default_channel_id: id } = await readStoreProfile(store);
		// Channel 1 always exists (BigCommerce reference 11.3).
		return { type: OWNERS.channel, id: String(id ?? 1) };
	},
	isNeighbour: true,
	needs: ['Information & Settings'],
};
