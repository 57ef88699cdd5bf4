import { fieldsIn } from '../../shared/record/given';
import { whole } from '../../shared/shape';
import { Collection } from './collection';
import { OWNERS, VARIANT_OWNER, type Owner, type OwnerType } from './owners';
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

/** Itself, below its product, which the list of all variants tells (BigCommerce reference 7.3). */
export const onVariant: Carrier = {
	type: VARIANT_OWNER,
	async of(store, id) {
		const { path, scope } = VARIANT_OWNER;
		const variants = new Collection(store, {
			path: `/v3${path}`,
			scope,
			one: 'variant',
			words: 'variants',
			inArrays: true,
			byIds: 'id',
		});
		const found = await variants.get(Number(id), { include_fields: 'product_id' });
		const { product_id: product } = fieldsIn({ product_id: whole }, found);
		return { type: VARIANT_OWNER, id, path: `/catalog/products/${String(product)}/variants/${id}` };
	},
};

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
