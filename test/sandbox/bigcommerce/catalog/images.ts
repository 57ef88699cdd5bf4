import { flag, integer, modified, readOnly, text } from '../collection/field';
import type { StoredRecord, Surroundings, Values } from '../collection/record';
import { defineCollection } from '../collection/table';

const SIZES = { url_zoom: '1280', url_standard: '386', url_thumbnail: '220', url_tiny: '44' };

const sized = (size: string) =>
	readOnly('text', {
		read: ({ id, parentId }) => `https://cdn.example.com/products/${parentId}/images/${id}/image.${size}.jpg`,
	});

/** JSON with `image_url` only; the sandbox takes no files (BigCommerce reference 7.2). */
export const productImages = defineCollection({
	name: 'productImages',
	version: 'v3',
	path: '/catalog/products/:parentId/images',
	scope: 'store_v2_products',
	parent: { collection: 'products' },
	fields: {
		product_id: integer({ write: 'ignored', read: ({ parentId }) => parentId }),
		image_url: text({ min: 1, max: 255, required: true }),
		is_thumbnail: flag(),
		sort_order: integer(),
		description: text(),
		url_zoom: sized(SIZES.url_zoom),
		url_standard: sized(SIZES.url_standard),
		url_thumbnail: sized(SIZES.url_thumbnail),
		url_tiny: sized(SIZES.url_tiny),
		date_modified: modified({ write: 'ignored' }),
	},
	selects: true,
	plainFaults: true,
	paging: 'number',
	emptyList: 204,
	calls: { list: true, get: true, create: 'one', update: ['one'], remove: { one: 204 } },
});

/** What `include=primary_image` shows: the thumbnail, which has a path of the store instead of the address it came from. */
export function primaryImage({ id }: StoredRecord, around: Surroundings): Values | undefined {
	const image = around.shown('productImages', id).find(({ is_thumbnail }) => is_thumbnail === true);
	if (image === undefined) return undefined;
	const { image_url, ...rest } = image;
	return { ...rest, image_file: String(image_url).replace(/^https?:\/\/[^/]+\//, '') };
}
