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

/** Where products stand, by the word of their paths; a pair names it by that word and its id. */
const assignedTo = <Word extends 'category' | 'channel'>(word: Word, to: Findable, label: string) =>
	({
		scope: 'Products',
		idField: 'product_id',
		sorted: inTwoParameters,
		words: `product ${word} assignments`,
		path: `/v3/catalog/products/${word}-assignments`,
		to,
		idName: `${word}_id`,
		properties: { product_id: is.whole, [`${word}_id`]: is.whole },
		filters: {
			'product_id:in': some('Product IDs', 'productIds'),
			[`${word}_id:in`]: some(`${label} IDs`, `${word}Ids`),
		},
	}) satisfies ProductAssignment;

export const productChannelAssignment = assignedTo('channel', channel, 'Channel');

export const productCategoryAssignment = assignedTo('category', category, 'Category');
