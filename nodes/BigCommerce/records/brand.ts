import { json, list, text } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { ID_FILTERS } from './idFilters';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

const LARGE_TEXT = 65_535;

/** BigCommerce reference 7.4. */
export const brand = {
	one: 'brand',
	words: 'brands',
	path: '/v3/catalog/brands',
	scope: 'Products',
	same: {
		fields: ['name'],
		filter: 'name',
		empty: ['page_title', 'meta_keywords', 'meta_description', 'search_keywords', 'image_url'],
	},
	restated: ['name'],
	sorted: inTwoParameters,
	properties: {
		id: is.whole,
		name: is.text,
		page_title: is.text,
		meta_keywords: is.list(is.text),
		meta_description: is.text,
		search_keywords: is.text,
		image_url: is.text,
		custom_url: is.orNull(is.object({ url: is.text, is_customized: is.flag })),
	},
	locator: {
		name: 'brandId',
		label: 'Brand',
		description: 'The brand to work on',
		search: 'searchBrands',
		like: '35',
		format: WHOLE_ID,
		key: { mode: 'name', label: 'Name', like: 'Example Pottery', field: 'name', filter: 'name' },
		asked: (typed) => ({ 'name:like': typed }),
		named: ({ name }) => String(name),
	},
	filters: {
		...ID_FILTERS,
		name: text('Name', '', { like: 'Example Pottery' }),
		'name:like': text('Name Contains', '', { name: 'nameContains', like: 'Pottery' }),
		page_title: text('Page Title', ''),
	},
	sort: ['name'],
	clearable: ['meta_description', 'page_title', 'search_keywords'],
	required: { name: text('Name', 'Unique in the store', { like: 'Example Pottery', most: 255 }) },
	further: {
		custom_url: json('Custom URL (JSON)', 'Address of its page', {
			name: 'customUrl',
			like: '{"url": "/example-pottery/", "is_customized": true}',
		}),
		image_url: text('Image URL', 'From where the store fetches its image', {
			like: 'https://example.com/pottery.jpg',
		}),
		meta_description: text('Meta Description', 'Shown by search engines', { most: LARGE_TEXT }),
		meta_keywords: list('Meta Keywords (JSON)', 'List of words', {
			name: 'metaKeywords',
			like: '["pottery", "stoneware"]',
		}),
		page_title: text('Page Title', 'Shown by the browser', { most: 255 }),
		search_keywords: text('Search Keywords', 'By which shoppers find it', { most: 255 }),
	},
	onlyNew: {},
} satisfies StoreRecord;
