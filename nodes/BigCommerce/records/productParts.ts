import { amount, choice, flag, text, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import { product } from './product';
import { BULK_PRICING_RULE, CUSTOM_FIELD, IMAGE, VIDEO } from './productProperties';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

/** What hangs on a product. */
const BELOW = {
	below: product,
	scope: 'Products',
	filters: {},
	onlyNew: {},
	sorted: inTwoParameters,
} as const;

/** BigCommerce reference 7.2. The store takes one as a whole only, a percentage as the text of a fraction (OpenAPI description of the call). */
export const productBulkPricingRule = {
	...BELOW,
	one: 'bulk pricing rule',
	words: 'bulk pricing rules',
	path: '/v3/catalog/products/{id}/bulk-pricing-rules',
	isUnpaged: true,
	same: { fields: ['quantity_min', 'quantity_max'] },
	properties: BULK_PRICING_RULE,
	locator: {
		name: 'bulkPricingRuleId',
		label: 'Bulk Pricing Rule',
		description: 'The bulk pricing rule to work on',
		search: 'searchProductBulkPricingRules',
		like: '5',
		format: WHOLE_ID,
		named: ({ quantity_min: from, quantity_max: to, type, amount: value }) =>
			`${String(from)}–${to === 0 ? '' : String(to)}: ${String(type)} ${String(value)}`,
	},
	required: {
		quantity_min: whole('Quantity From', 'How many must be bought', { name: 'quantityMin', least: 1 }),
		quantity_max: whole('Quantity To', 'Up to how many it counts; 0 for any number', {
			name: 'quantityMax',
			least: 0,
		}),
		type: choice('Type', 'What the amount is', [
			{ name: 'Fixed Price Each', value: 'fixed' },
			{ name: 'Money Off Each', value: 'price' },
			{ name: 'Percent Off', value: 'percent' },
		]),
		amount: amount('Amount', 'Of a percentage a fraction: 0.1 for 10 percent', {
			least: 0,
			typeOptions: { numberPrecision: 4 },
		}),
	},
	further: {},
	wrongIn: ({ type, amount: share }) =>
		type === 'percent' && Number(share) > 1
			? {
					what: `Amount is ${String(share)}, which would be ${Number(share) * 100} percent off`,
					next: 'Enter a fraction: 0.1 for 10 percent.',
				}
			: undefined,
	sent: (values) => (values.type === 'percent' ? { ...values, amount: String(values.amount) } : values),
} satisfies StoreRecord;

/** BigCommerce reference 7.2. */
export const productCustomField = {
	...BELOW,
	one: 'custom field',
	words: 'custom fields',
	path: '/v3/catalog/products/{id}/custom-fields',
	same: { fields: ['name', 'value'] },
	properties: CUSTOM_FIELD,
	locator: {
		name: 'customFieldId',
		label: 'Custom Field',
		description: 'The custom field to work on',
		search: 'searchProductCustomFields',
		like: '6',
		format: WHOLE_ID,
		named: ({ name, value }) => `${String(name)}: ${String(value)}`,
	},
	required: {
		name: text('Name', 'Shown in the store; Create or Update replaces the value of this name', {
			like: 'ISBN',
			most: 250,
		}),
		value: text('Value', 'Name and value together are unique in a product', {
			like: '1234567890123',
			most: 250,
		}),
	},
	further: {},
} satisfies StoreRecord;

/** Images come from an address or as a file (reference 7.2; the file: `actions/productImage/newImage.ts`). */
export const productImage = {
	...BELOW,
	one: 'image',
	words: 'images',
	path: '/v3/catalog/products/{id}/images',
	properties: IMAGE,
	simple: [
		...(['id', 'product_id', 'image_file', 'image_url', 'is_thumbnail', 'sort_order'] as const),
		...(['description', 'url_standard', 'url_thumbnail', 'date_modified'] as const),
	],
	locator: {
		name: 'imageId',
		label: 'Image',
		description: 'The image to work on',
		search: 'searchProductImages',
		like: '12',
		format: WHOLE_ID,
		named: ({ description, id }) => [`#${String(id)}`, description].filter(Boolean).map(String).join(' – '),
	},
	required: {
		image_url: text('Image URL', 'From where the store fetches it; at most 8 MB', {
			like: 'https://example.com/mug.jpg',
			most: 255,
		}),
	},
	clearable: ['description'],
	further: {
		description: text('Description', 'Read out in place of the image'),
		is_thumbnail: flag('Thumbnail', 'Whether it stands for the product in lists'),
		sort_order: whole('Sort Order', 'Lower numbers come first'),
	},
} satisfies StoreRecord;

/** BigCommerce reference 7.2. */
export const productVideo = {
	...BELOW,
	one: 'video',
	words: 'videos',
	path: '/v3/catalog/products/{id}/videos',
	properties: VIDEO,
	locator: {
		name: 'videoId',
		label: 'Video',
		description: 'The video to work on',
		search: 'searchProductVideos',
		like: '4',
		format: WHOLE_ID,
		named: ({ title, video_id: videoId }) => String(title || videoId),
	},
	required: {
		video_id: text('YouTube ID', 'What stands behind v= in its address', {
			name: 'youTubeId',
			like: 'z3fRu9pkuXE',
			most: 25,
		}),
	},
	clearable: ['description', 'title'],
	further: {
		description: text('Description', 'Shown below the video'),
		sort_order: whole('Sort Order', 'Lower numbers come first'),
		title: text('Title', "Left empty, it is YouTube's", { most: 255 }),
	},
} satisfies StoreRecord;
