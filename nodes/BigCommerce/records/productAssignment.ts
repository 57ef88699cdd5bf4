import { ids } from '../../shared/record/field';
import * as is from '../../shared/shape';
import { category } from './category';
import { channel } from './channel';
import { inTwoParameters, type StoreList } from './storeList';
import type { Findable } from './storeRecord';

/** Products in channels or categories: pairs without an id of their own (BigCommerce reference 7.2). */
export interface ProductAssignment extends StoreList {
	/** What products are assigned to, and how a pair names it. */
	to: Findable;
	idName: string;
}

const some = (displayName: string, name: string) => ids(displayName, '', { name, like: '1,2' });

const PAIRS = {
	scope: 'Products',
	idField: 'product_id',
	sorted: inTwoParameters,
} as const;

const ofProducts = { 'product_id:in': some('Product IDs', 'productIds') };

export const productChannelAssignment = {
	...PAIRS,
	words: 'product channel assignments',
	path: '/v3/catalog/products/channel-assignments',
	to: channel,
	idName: 'channel_id',
	properties: { product_id: is.whole, channel_id: is.whole },
	filters: { ...ofProducts, 'channel_id:in': some('Channel IDs', 'channelIds') },
} satisfies ProductAssignment;

export const productCategoryAssignment = {
	...PAIRS,
	words: 'product category assignments',
	path: '/v3/catalog/products/category-assignments',
	to: category,
	idName: 'category_id',
	properties: { product_id: is.whole, category_id: is.whole },
	filters: { ...ofProducts, 'category_id:in': some('Category IDs', 'categoryIds') },
} satisfies ProductAssignment;
