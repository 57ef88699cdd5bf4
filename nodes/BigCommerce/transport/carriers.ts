import { fieldsIn } from '../../shared/record/given';
import { whole } from '../../shared/shape';
import { Collection } from './collection';
import { OWNERS, VARIANT_OWNER, type Owner, type OwnerType } from './owners';
import type { ScopeName } from './scopes';
import type { StoreClient } from './StoreClient';
import { readStoreProfile } from './storeProfile';

/** Where the rounds about an object stand: on itself, or on a neighbour where the store keeps no metafields for it (decisions page, section 1). */
export interface CarrierKind {
	type: OwnerType;
	/** A neighbour may become another one: rounds are looked for on all of its kind. */
	isNeighbour?: true;
	/** There are so many of its kind that rounds are looked for by their names, and it is told only when a new one is written. */
	isOneOfMany?: true;
	/** What it carries stays when the object is gone. */
	outlives?: true;
	/** What an API account needs to find it. */
	needs?: readonly ScopeName[];
}

/** The same, with what tells it. @template Reader what is asked for it */
export interface Carrier<Reader = StoreClient> extends CarrierKind {
	/** @throws NodeApiError when the neighbour is not told */
	of(reader: Reader, objectId: string): Promise<Owner>;
}

/** The store keeps metafields for it. */
export const onItself = (type: OwnerType): Carrier => ({
	type,
	of: async (_store, id) => await Promise.resolve({ type, id }),
});

/** The metafields of a cart stay when it was removed or became an order (BigCommerce reference 5.3). */
export const onCart: Carrier = { ...onItself(OWNERS.cart), outlives: true };

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
	outlives: true,
	needs: ['Information & Settings'],
};

/** A company or a quote of B2B Edition stands on a customer of the store: that of its administrator or buyer, which the edition tells. */
export const ON_CUSTOMER: CarrierKind = {
	type: OWNERS.customer,
	isNeighbour: true,
	outlives: true,
	isOneOfMany: true,
};
