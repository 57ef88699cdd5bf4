import type { FastifyInstance, FastifyRequest } from 'fastify';
import omit from 'lodash/omit';

import { readForm } from '../../core/multipart';
import { isObject } from '../collection/body';
import { flag, integer, modified, readOnly, text } from '../collection/field';
import type { StoredRecord, Surroundings, Values } from '../collection/record';
import { defineCollection } from '../collection/table';
import { ApiError } from '../errors';

/** BigCommerce reference 2.9. */
const MOST_BYTES = 8 * 1024 * 1024;
const TYPES = /\.(bmp|gif|jpe?g|png|wbmp|xbm|webp)$/i;

const SIZES = { url_zoom: '1280', url_standard: '386', url_thumbnail: '220', url_tiny: '44' };

const sized = (size: string) =>
	readOnly('text', {
		read: ({ id, parentId }) => `https://cdn.example.com/products/${parentId}/images/${id}/image.${size}.jpg`,
	});

/** Where the store keeps the file: its name between a folder and digits (samples of the description). */
function fileOf({ id, values }: StoredRecord): string {
	const [, name = 'image', ending = ''] = /^(.*?)(\.\w+)?$/.exec(String(values.image_file)) ?? [];
	return `a/${String(id).padStart(3, '0')}/${name}__${String(10_000 + id)}${ending}`;
}

/** JSON with `image_url`, or a form with `image_file` (BigCommerce reference 7.2). */
export const productImages = defineCollection({
	name: 'productImages',
	version: 'v3',
	path: '/catalog/products/:parentId/images',
	scope: 'store_v2_products',
	parent: { collection: 'products' },
	fields: {
		product_id: integer({ write: 'ignored', read: ({ parentId }) => parentId }),
		image_url: text({
			min: 1,
			max: 255,
			required: true,
			instead: 'image_file',
			read: ({ values }) => values.image_url || undefined,
		}),
		image_file: text({
			min: 1,
			read: (record) => (record.values.image_file ? fileOf(record) : undefined),
		}),
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

/** A value of a form in the kind that JSON has. */
const READ: Readonly<Record<string, (text: string) => unknown>> = {
	is_thumbnail: (value) => (/^(true|false)$/.test(value) ? value === 'true' : value),
	sort_order: Number,
};

/** A form with a file is taken as its values, the file as its name; an address comes as JSON and a file in a form, never the other way round. */
export function acceptImageFile(app: FastifyInstance): void {
	app.addContentTypeParser(
		/^multipart\/form-data/,
		{ parseAs: 'buffer', bodyLimit: 2 * MOST_BYTES },
		async (request: FastifyRequest, body: Buffer) => {
			const { fields, files } = await readForm(body, request.headers['content-type'] ?? '').catch(() => {
				throw new ApiError(400, 'The form cannot be read.');
			});
			const file = files.image_file;
			if (file === undefined || 'image_url' in fields) throw new ApiError(422, 'image_file must be present');
			if (file.content.length > MOST_BYTES) throw new ApiError(422, 'The image is too large.');
			if (!TYPES.test(file.name)) throw new ApiError(422, 'The image is not of a supported type.');
			const read = Object.entries(fields).map(([name, value]) => [
				name,
				Object.hasOwn(READ, name) ? READ[name](value) : value,
			]);
			return { ...Object.fromEntries(read), image_file: file.name };
		},
	);
	app.addHook('preHandler', async ({ headers, body }) => {
		const isJson = headers['content-type']?.startsWith('application/json');
		if (isJson && isObject(body) && 'image_file' in body) {
			throw new ApiError(422, 'image_file must be sent as multipart/form-data');
		}
	});
}

/** What `include=primary_image` shows: the thumbnail, which has a path of the store instead of the address it came from. */
export function primaryImage({ id }: StoredRecord, around: Surroundings): Values | undefined {
	const image = around.shown('productImages', id).find(({ is_thumbnail }) => is_thumbnail === true);
	if (image === undefined) return undefined;
	const { image_url: url, image_file: file } = image;
	return {
		...omit(image, 'image_url'),
		image_file: file ?? String(url).replace(/^https?:\/\/[^/]+\//, ''),
	};
}
