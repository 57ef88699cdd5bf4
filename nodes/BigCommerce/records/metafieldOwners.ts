import { OWNERS, type OwnerType } from '../transport/owners';
import { brand } from './brand';
import { category } from './category';
import { channel } from './channel';
import { customer } from './customer';
import { location } from './location';
import { order } from './order';
import { product } from './product';
import type { Findable } from './storeRecord';

/** A record that carries metafields, and how it is picked. */
export interface MetafieldOwner {
	type: OwnerType;
	record: Findable;
	/** The filters of its list where that takes these alone, and no direction (description of `brands_catalog.v3`). */
	filters?: ReadonlyArray<'key' | 'namespace'>;
}

/** By the resources that work on their metafields (BigCommerce reference 5.1). */
export const METAFIELD_OWNERS = {
	brandMetafield: { type: OWNERS.brand, record: brand, filters: ['key', 'namespace'] },
	categoryMetafield: { type: OWNERS.category, record: category },
	channelMetafield: { type: OWNERS.channel, record: channel },
	customerMetafield: { type: OWNERS.customer, record: customer },
	locationMetafield: { type: OWNERS.location, record: location },
	orderMetafield: { type: OWNERS.order, record: order },
	productMetafield: { type: OWNERS.product, record: product },
} satisfies Record<string, MetafieldOwner>;
