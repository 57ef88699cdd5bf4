import { amount, flag, list, text, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import { isRecord } from '../../shared/isRecord';
import { product } from './product';
import { VARIANT } from './productProperties';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

/** The resource mapper shows the name of a field and nothing else, so that the name says what is not plain. */
const NONE = '';

const measure = (name: string) => amount(name, NONE, { least: 0, typeOptions: { numberPrecision: 4 } });

const stock = (name: string) => whole(name, NONE, { most: 2_147_483_647 });

/** Colour Blue, Size L. */
const choicesOf = (values: unknown): string =>
	(Array.isArray(values) ? values : [])
		.filter(isRecord)
		.map(({ option_display_name: option, label }) => `${String(option)} ${String(label)}`)
		.join(', ');

/** BigCommerce reference 7.3. All variants are in one list and changed there; one is made and removed below its product. */
export const productVariant = {
	one: 'variant',
	words: 'variants',
	path: '/v3/catalog/variants',
	scope: 'Products',
	inArrays: true,
	byIds: 'id',
	most: 50,
	home: { record: product, path: '/v3/catalog/products/{id}/variants', field: 'product_id' },
	isWide: true,
	isLean: true,
	same: { fields: ['sku'], filter: 'sku' },
	sorted: inTwoParameters,
	properties: VARIANT,
	simple: [
		...(['id', 'product_id', 'sku', 'option_values', 'price', 'calculated_price'] as const),
		...(['inventory_level', 'purchasing_disabled', 'upc'] as const),
	],
	locator: {
		name: 'variantId',
		label: 'Variant',
		description: 'The variant to work on',
		search: 'searchProductVariants',
		like: '77',
		format: WHOLE_ID,
		key: { mode: 'sku', label: 'SKU', like: 'MUG-GRY-L', field: 'sku', filter: 'sku' },
		/** The store knows whole SKUs only. */
		asked: (typed) => ({ sku: typed }),
		named: ({ sku, option_values: values }) => [sku, choicesOf(values)].filter(Boolean).join(' – '),
	},
	filters: {
		id: whole('ID', '', { least: 1 }),
		'product_id:in': text('Product IDs', '', { name: 'productIds', like: '111,112' }),
		sku: text('SKU', '', { like: 'MUG-GRY-L' }),
		upc: text('UPC', ''),
	},
	clearable: ['bin_picking_number', 'purchasing_disabled_message', 'upc'],
	required: {
		sku: text('SKU', NONE, { most: 255 }),
		option_values: list('Option Values (List of option_display_name and label)', NONE),
	},
	fixed: ['sku', 'option_values'],
	further: {
		price: measure('Price'),
		bin_picking_number: text('Bin Picking Number', NONE, { most: 255 }),
		cost_price: measure('Cost Price'),
		depth: measure('Depth'),
		fixed_cost_shipping_price: measure('Fixed Shipping Price'),
		height: measure('Height'),
		inventory_level: stock('Inventory Level'),
		inventory_warning_level: stock('Inventory Warning Level'),
		is_free_shipping: flag('Free Shipping', NONE),
		purchasing_disabled: flag('Cannot Be Bought', NONE),
		purchasing_disabled_message: text('Message While It Cannot Be Bought', NONE, { most: 255 }),
		retail_price: measure('Retail Price'),
		sale_price: measure('Sale Price (0 for None)'),
		upc: text('UPC', NONE, { most: 14 }),
		weight: measure('Weight'),
		width: measure('Width'),
	},
	onlyNew: {
		gtin: text('GTIN', NONE, { most: 14 }),
		image_url: text('Image URL', NONE),
		mpn: text('MPN', NONE),
	},
} satisfies StoreRecord;
