import { OWNERS, type OwnerType } from '../transport/owners';
import { customer } from './customer';
import { order } from './order';
import { product } from './product';
import type { Findable } from './storeRecord';

/** A record that carries metafields, and how it is picked. */
export interface MetafieldOwner {
	type: OwnerType;
	record: Findable;
}

/** By the resources that work on their metafields (BigCommerce reference 5.1). */
export const METAFIELD_OWNERS = {
	customerMetafield: { type: OWNERS.customer, record: customer },
	orderMetafield: { type: OWNERS.order, record: order },
	productMetafield: { type: OWNERS.product, record: product },
} satisfies Record<string, MetafieldOwner>;
