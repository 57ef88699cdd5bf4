import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { OWNERS, type OwnerType } from '../transport/owners';
import { brand } from './brand';
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

/** A record of which no more is known here than its name. */
function byName(
	type: OwnerType,
	search: string,
	more: Pick<Findable['locator'], 'like' | 'asked'>,
): MetafieldOwner {
	const one = type.name.toLowerCase();
	return {
		type,
		record: {
			one,
			words: one.replace(/y$/, 'ie').concat('s'),
			path: `/v3${type.path}`,
			scope: type.scope,
			properties: { id: is.whole, name: is.text },
			locator: {
				name: `${type.value}Id`,
				label: type.name,
				description: `The ${one} to work on`,
				search,
				format: WHOLE_ID,
				named: ({ name }) => String(name),
				...more,
			},
		},
	};
}

const nameLike = (typed: string) => ({ 'name:like': typed });

/** By the resources that work on their metafields (BigCommerce reference 5.1). */
export const METAFIELD_OWNERS = {
	brandMetafield: { type: OWNERS.brand, record: brand, filters: ['key', 'namespace'] },
	categoryMetafield: byName(OWNERS.category, 'searchCategories', { like: '23', asked: nameLike }),
	channelMetafield: byName(OWNERS.channel, 'searchChannels', { like: '1' }),
	customerMetafield: { type: OWNERS.customer, record: customer },
	locationMetafield: { type: OWNERS.location, record: location },
	orderMetafield: { type: OWNERS.order, record: order },
	productMetafield: { type: OWNERS.product, record: product },
} satisfies Record<string, MetafieldOwner>;
