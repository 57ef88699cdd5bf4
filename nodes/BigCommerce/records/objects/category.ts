import * as is from '../../../shared/shape';
import { METAFIELD_OWNERS } from '../metafieldOwners';
import type { Findable } from '../storeRecord';

/** A category of any tree (BigCommerce reference 7.4). */
export const category: Findable = {
	...METAFIELD_OWNERS.categoryMetafield.record,
	path: '/v3/catalog/trees/categories',
	inArrays: true,
	idField: 'category_id',
	byIds: 'category_id:in',
	properties: {
		category_id: is.whole,
		parent_id: is.whole,
		tree_id: is.whole,
		name: is.text,
		description: is.text,
		page_title: is.text,
		meta_keywords: is.list(is.text),
		meta_description: is.text,
		search_keywords: is.text,
		image_url: is.text,
		is_visible: is.flag,
		sort_order: is.whole,
		layout_file: is.text,
		default_product_sort: is.text,
		url: is.object({ path: is.text, is_customized: is.flag }),
	},
};
