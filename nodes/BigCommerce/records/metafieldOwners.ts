import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../shared/record/field';
import { onVariant, type Carrier } from '../transport/carriers';
import { OWNERS, STORE_OWNER, VARIANT_OWNER, type Owner, type OwnerType } from '../transport/owners';
import type { StoreClient } from '../transport/StoreClient';
import { brand } from './brand';
import { cart } from './cart';
import { category } from './category';
import { channel } from './channel';
import { customer } from './customer';
import { location } from './location';
import { OTHER_FILTERS } from './metafield';
import { order } from './order';
import { product } from './product';
import { productVariant } from './productVariant';
import type { Findable } from './storeRecord';

/** A record that carries metafields, and how it is picked. */
export interface MetafieldOwner {
	type: OwnerType;
	/** One of them, and several, in texts. */
	one: string;
	words: string;
	/** How one is picked; left out where the store has no list of them, or has one of them. */
	record?: Findable;
	/** What names one that no list gives. */
	field?: INodeProperties;
	/** Where one is, where its type and its id do not lead to it. */
	placeOf?: Carrier['of'];
	/** The filters of the list of one, and of that of all, where they are not the usual ones. */
	filters?: Fields;
	filtersOfAll?: Fields;
	/** That list takes no direction (description of `brands_catalog.v3`). */
	isUnsorted?: true;
}

/** One that is picked. */
const picked = (type: OwnerType, record: Findable, more: Partial<MetafieldOwner> = {}): MetafieldOwner => ({
	type,
	one: record.one,
	words: record.words,
	record,
	...more,
});

/** There is no list of carts (description of carts). */
const CART_ID: INodeProperties = {
	displayName: 'Cart ID',
	name: 'cartId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. d30016e2-23c0-4a90-884f-2e92ac135476',
	description: 'Of a cart, or the cart ID of an order: metafields stay when a cart becomes one',
};

/** By the resources that work on their metafields (BigCommerce reference 5.1). */
export const METAFIELD_OWNERS = {
	brandMetafield: picked(OWNERS.brand, brand, { filters: OTHER_FILTERS.namesAndIds, isUnsorted: true }),
	cartMetafield: {
		type: OWNERS.cart,
		one: cart.one,
		words: cart.words,
		field: CART_ID,
		filters: OTHER_FILTERS.names,
	},
	categoryMetafield: picked(OWNERS.category, category, { filters: OTHER_FILTERS.ids }),
	channelMetafield: picked(OWNERS.channel, channel, { filters: OTHER_FILTERS.times }),
	customerMetafield: picked(OWNERS.customer, customer),
	locationMetafield: picked(OWNERS.location, location),
	orderMetafield: picked(OWNERS.order, order, {
		filters: OTHER_FILTERS.times,
		filtersOfAll: OTHER_FILTERS.times,
	}),
	productMetafield: picked(OWNERS.product, product),
	productVariantMetafield: picked(VARIANT_OWNER, productVariant, {
		placeOf: async (client, id) => await onVariant.of(client, id),
	}),
	storeMetafield: { type: STORE_OWNER, one: 'store', words: 'stores' },
} satisfies Record<string, MetafieldOwner>;

/**
 * Where the metafields of one are.
 *
 * @param id of the one; empty for the store
 * @throws NodeApiError when it is looked for and not there
 */
export async function placeOf(client: StoreClient, owner: MetafieldOwner, id: string): Promise<Owner> {
	const { type } = owner;
	if (owner.placeOf) return await owner.placeOf(client, id);
	return type.isOnly ? { type, id, path: type.path } : { type, id };
}
