import { choice, flag, ids, json, list, text, uuids, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

const SORTS = [
	{ name: 'As the Store Is Set', value: 'use_store_settings' },
	{ name: 'Best Selling First', value: 'best_selling' },
	{ name: 'By Name', value: 'alpha_asc' },
	{ name: 'By Name, Backwards', value: 'alpha_desc' },
	{ name: 'By Review', value: 'avg_customer_review' },
	{ name: 'Cheapest First', value: 'price_asc' },
	{ name: 'Dearest First', value: 'price_desc' },
	{ name: 'Featured First', value: 'featured' },
	{ name: 'Newest First', value: 'newest' },
];

const UUID = '00000000-0000-4000-8000-000000000018';

const some = (displayName: string, name: string) =>
	ids(displayName, 'Separated by commas', { name, like: '18,23' });

/** A category of any tree (BigCommerce reference 7.4). A change answers no more than how many it was carried out for. */
export const category = {
	one: 'category',
	words: 'categories',
	path: '/v3/catalog/trees/categories',
	scope: 'Products',
	removedAtOnce: INFERRED.removedAtOnce,
	inArrays: true,
	idField: 'category_id',
	byIds: 'category_id:in',
	isSilent: true,
	isWide: true,
	same: {
		fields: ['name', 'parent_id', 'tree_id'],
		filter: 'name',
		empty: [
			...(['description', 'page_title', 'meta_keywords', 'meta_description'] as const),
			...(['search_keywords', 'image_url'] as const),
		],
	},
	/** No limit is stated; trees, whose calls stand beside these, have fifty (reference 2.9). */
	most: 50,
	together: { most: 50, among: { filter: 'parent_id:in', field: 'parent_id' } },
	sorted: inTwoParameters,
	properties: {
		category_id: is.whole,
		category_uuid: is.text,
		parent_id: is.whole,
		tree_id: is.whole,
		name: is.text,
		description: is.text,
		views: is.whole,
		sort_order: is.whole,
		page_title: is.text,
		meta_keywords: is.list(is.text),
		meta_description: is.text,
		search_keywords: is.text,
		layout_file: is.text,
		image_url: is.text,
		is_visible: is.flag,
		default_product_sort: is.text,
		url: is.object({ path: is.text, is_customized: is.flag }),
	},
	simple: ['category_id', 'parent_id', 'tree_id', 'name', 'is_visible', 'sort_order', 'url'],
	locator: {
		name: 'categoryId',
		label: 'Category',
		description: 'The category to work on',
		search: 'searchCategories',
		like: '23',
		format: WHOLE_ID,
		asked: (typed) => ({ 'name:like': typed }),
		named: ({ name }) => String(name),
	},
	filters: {
		'category_id:in': some('IDs', 'ids'),
		'category_id:not_in': some('IDs to Leave Out', 'idsToLeaveOut'),
		keyword: text('Keyword', 'In name, description or keywords'),
		name: text('Name', '', { like: 'Lighting' }),
		'name:like': text('Name Contains', '', { name: 'nameContains', like: 'light' }),
		page_title: text('Page Title', ''),
		'page_title:like': text('Page Title Contains', '', { name: 'pageTitleContains' }),
		'parent_id:in': some('Parent IDs', 'parentIds'),
		'parent_id:not_in': some('Parent IDs to Leave Out', 'parentIdsToLeaveOut'),
		'tree_id:in': some('Tree IDs', 'treeIds'),
		'tree_id:not_in': some('Tree IDs to Leave Out', 'treeIdsToLeaveOut'),
		'category_uuid:in': uuids('UUIDs', '', { name: 'uuids', like: UUID }),
		'category_uuid:not_in': uuids('UUIDs to Leave Out', '', { name: 'uuidsToLeaveOut', like: UUID }),
		is_visible: flag('Visible', 'Whether to give categories that shoppers see or the others'),
	},
	clearable: ['description', 'layout_file', 'meta_description', 'page_title', 'search_keywords'],
	required: {
		name: text('Name', 'What shoppers read', { like: 'Lighting', most: 50 }),
		parent_id: whole('Parent ID', 'The category above it; 0 for none', { name: 'parentId', least: 0 }),
		tree_id: whole('Tree ID', 'The tree that it belongs to; the first one of a store is 1', {
			name: 'treeId',
			least: 1,
		}),
	},
	further: {
		default_product_sort: choice('Default Product Sort', 'How its products are sorted', SORTS),
		description: text('Description', 'Shown on its page; HTML', { typeOptions: { rows: 3 } }),
		image_url: text('Image URL', 'From where the store fetches its image', {
			like: 'https://example.com/lamps.jpg',
		}),
		layout_file: text('Layout File', 'Of the theme', { like: 'category.html', most: 50 }),
		meta_description: text('Meta Description', 'Shown by search engines', { most: 65_535 }),
		meta_keywords: list('Meta Keywords (JSON)', 'List of words', {
			name: 'metaKeywords',
			like: '["lamps", "lighting"]',
		}),
		page_title: text('Page Title', 'Shown by the browser'),
		search_keywords: text('Search Keywords', 'By which shoppers find it', { most: 255 }),
		sort_order: whole('Sort Order', 'Lower numbers come first'),
		url: json('URL (JSON)', 'Address of its page', {
			name: 'url',
			like: '{"path": "/lighting/", "is_customized": true}',
		}),
		is_visible: flag('Visible', 'Whether shoppers see it'),
	},
	onlyNew: {},
} satisfies StoreRecord;
