import { WHOLE_ID } from '../../shared/record/locator';
import { amount, choice, flag, ids, oneOrZero, text, time, whole } from '../../shared/record/field';
import { INFERRED } from '../transport/inferred';
import { CLEARABLE, FURTHER, ONLY_NEW, REQUIRED } from './productFields';
import { PRODUCT } from './productProperties';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

const isNumber = (typed: string) => /^\d+$/.test(typed);

/** Several values in one text, separated by commas. */
const several = (name: string, like: string) => ({ name, like });

/** BigCommerce reference 7.1. */
export const product = {
	one: 'product',
	words: 'products',
	path: '/v3/catalog/products',
	scope: 'Products',
	/** BigCommerce reference 2.9. */
	removedAtOnce: 250,
	most: 10,
	isWide: true,
	isLean: true,
	same: { fields: ['name'], filter: 'name' },
	sorted: inTwoParameters,
	properties: PRODUCT,
	/** BigCommerce reference 7.1, 7.2. */
	addsTo: ['bulk_pricing_rules', 'custom_fields', 'images', 'videos'],
	simple: [
		...(['id', 'name', 'sku', 'type', 'price'] as const),
		...(['inventory_level', 'availability', 'is_visible', 'date_created', 'date_modified'] as const),
	],
	includes: [
		{ name: 'Bulk Pricing Rules', value: 'bulk_pricing_rules' },
		{ name: 'Channels', value: 'channels' },
		{ name: 'Custom Fields', value: 'custom_fields' },
		{ name: 'Images', value: 'images' },
		{ name: 'Modifiers', value: 'modifiers' },
		{ name: 'Options', value: 'options' },
		{ name: 'Parent Relations', value: 'parent_relations' },
		{ name: 'Primary Image', value: 'primary_image' },
		{ name: 'Reviews', value: 'reviews' },
		{ name: 'Variants', value: 'variants' },
		{ name: 'Videos', value: 'videos' },
	],
	locator: {
		name: 'productId',
		label: 'Product',
		description: 'The product to work on',
		search: 'searchProducts',
		like: '111',
		format: WHOLE_ID,
		page: {
			like: 'https://….mybigcommerce.com/manage/products/edit/111',
			id: INFERRED.pages.product,
		},
		key: { mode: 'sku', label: 'SKU', like: 'MUG-GRY', field: 'sku', filter: 'sku', several: 'sku:in' },
		asked: (typed) => ({ [isNumber(typed) ? 'id' : 'keyword']: typed }),
		named: ({ name, sku }) => [name, sku].filter(Boolean).map(String).join(' – '),
	},
	filters: {
		availability: choice('Availability', 'Only products that can be bought so', [
			{ name: 'Available', value: 'available' },
			{ name: 'Disabled', value: 'disabled' },
			{ name: 'Pre-Order', value: 'preorder' },
		]),
		brand_id: whole('Brand ID', '', { least: 1 }),
		categories: whole('Only Category ID', 'Without products that are in others, too', {
			name: 'onlyCategoryId',
		}),
		'categories:in': ids('Category IDs', 'In all of these at once', several('categoryIds', '18,21')),
		'channel_id:in': ids('Channel IDs', '', several('channelIds', '1,2')),
		condition: choice('Condition', 'Only products sold so', [
			{ name: 'New', value: 'new' },
			{ name: 'Refurbished', value: 'refurbished' },
			{ name: 'Used', value: 'used' },
		]),
		is_featured: oneOrZero('Featured', 'Whether to give featured products or the others'),
		is_free_shipping: oneOrZero(
			'Free Shipping',
			'Whether to give products shipped free of charge or the others',
		),
		id: whole('ID Is', '', { name: 'idEquals' }),
		'id:greater': whole('ID Above', '', { name: 'idAbove' }),
		'id:less': whole('ID Below', '', { name: 'idBelow' }),
		'id:max': whole('ID Max', ''),
		'id:min': whole('ID Min', ''),
		'id:in': ids('IDs', '', several('ids', '111,112')),
		'id:not_in': ids('IDs to Leave Out', '', several('idsToLeaveOut', '111,112')),
		inventory_level: whole('Inventory Level Is', '', { name: 'inventoryLevelEquals' }),
		'inventory_level:greater': whole('Inventory Level Above', '', { name: 'inventoryLevelAbove' }),
		'inventory_level:less': whole('Inventory Level Below', '', { name: 'inventoryLevelBelow' }),
		'inventory_level:max': whole('Inventory Level Max', '', {
			least: 0,
		}),
		'inventory_level:min': whole('Inventory Level Min', '', {
			least: 0,
		}),
		'inventory_level:in': ids('Inventory Levels', '', several('inventoryLevels', '0,1')),
		'inventory_level:not_in': ids(
			'Inventory Levels to Leave Out',
			'',
			several('inventoryLevelsToLeaveOut', '0,1'),
		),
		inventory_low: oneOrZero(
			'Inventory Low',
			'Whether to give products at their warning level or the others',
		),
		keyword: text('Keyword', 'In name, description or SKU', { like: 'mug' }),
		keyword_context: choice(
			'Keyword Context',
			'As the search in the control panel, or as that of the store, finds it',
			[
				{ name: 'Merchant', value: 'merchant' },
				{ name: 'Shopper', value: 'shopper' },
			],
		),
		date_last_imported: time('Last Imported At', ''),
		'date_last_imported:not': time(
			'Last Import to Leave Out',
			'Products that were last imported at this time are left out',
			{ name: 'dateLastImportedNot' },
		),
		'date_last_imported:min': time('Last Imported After', ''),
		'date_last_imported:max': time('Last Imported Before', ''),
		date_modified: time('Modified At', ''),
		'date_modified:min': time('Modified After', ''),
		'date_modified:max': time('Modified Before', ''),
		mpn: text('MPN', ''),
		name: text('Name', '', { like: 'Coffee Mug' }),
		out_of_stock: oneOrZero('Out of Stock', 'Whether to give only products without stock'),
		price: amount('Price', '', { least: 0 }),
		sku: text('Main SKU', 'Of the product, not of a variant', { name: 'mainSku', like: 'MUG-GRY' }),
		'sku:in': text('SKUs', '', several('skus', 'MUG-GRY,ESP-PRO')),
		total_sold: whole('Total Sold', '', { least: 0 }),
		type: choice('Type', 'Only products of this type', [
			{ name: 'Digital', value: 'digital' },
			{ name: 'Physical', value: 'physical' },
		]),
		upc: text('UPC', ''),
		is_visible: flag('Visible', 'Whether to give products that shoppers see or the others'),
		weight: amount('Weight', '', { least: 0 }),
	},
	sort: [
		...(['calculated_price', 'date_last_imported', 'date_modified', 'id', 'inventory_level'] as const),
		...(['is_visible', 'name', 'price', 'sku', 'total_sold'] as const),
	],
	clearable: CLEARABLE,
	required: REQUIRED,
	further: FURTHER,
	onlyNew: ONLY_NEW,
} satisfies StoreRecord;
