import { flag, text, whole } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import { product } from './product';
import { CUSTOM_FIELD, IMAGE, VIDEO } from './productProperties';
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
		name: text('Name', 'Shown in the store', { like: 'ISBN', most: 250 }),
		value: text('Value', 'Name and value together are unique in a product', {
			like: '1234567890123',
			most: 250,
		}),
	},
	further: {},
} satisfies StoreRecord;

/** Images come from an address (reference 7.2). */
export const productImage = {
	...BELOW,
	one: 'image',
	words: 'images',
	path: '/v3/catalog/products/{id}/images',
	properties: IMAGE,
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
	further: {
		description: text('Description', 'Shown below the video'),
		sort_order: whole('Sort Order', 'Lower numbers come first'),
		title: text('Title', "Left empty, it is YouTube's", { most: 255 }),
	},
} satisfies StoreRecord;
