import { z } from 'zod';

import { choice, integer, readOnly, shape, text } from '../collection/field';
import { defineCollection } from '../collection/table';
import { ApiError } from '../errors';

const BELOW = {
	version: 'v3',
	scope: 'store_v2_products',
	parent: { collection: 'products' },
	selects: true,
} as const;

/** BigCommerce reference 7.2. */
export const productCustomFields = defineCollection({
	...BELOW,
	name: 'productCustomFields',
	path: '/catalog/products/:parentId/custom-fields',
	fields: {
		name: text({ min: 1, max: 250, required: true }),
		value: text({ min: 1, max: 250, required: true }),
	},
	plainFaults: true,
	unique: [
		{
			by: ['name', 'value'],
			withinParent: true,
			// The description of the call has no 409.
			clash: () => new ApiError(422, 'The custom field is a duplicate: its name and value must be unique.'),
		},
	],
	paging: 'number',
	calls: { list: true, get: true, create: 'one', update: ['one'], remove: { one: 404 } },
});

/** BigCommerce reference 7.2. */
export const productBulkPricingRules = defineCollection({
	...BELOW,
	name: 'productBulkPricingRules',
	path: '/catalog/products/:parentId/bulk-pricing-rules',
	fields: {
		quantity_min: integer({ min: 0, required: true }),
		quantity_max: integer({ min: 0, required: true }),
		type: choice(['price', 'percent', 'fixed'], { required: true }),
		amount: shape(z.union([z.number(), z.string()]), 0, { required: true }),
	},
	paging: 'none',
	calls: { list: true, get: true, create: 'one', update: ['one'], remove: { one: 404 } },
});

/** BigCommerce reference 7.2. */
export const productVideos = defineCollection({
	...BELOW,
	name: 'productVideos',
	path: '/catalog/products/:parentId/videos',
	fields: {
		product_id: integer({ write: 'ignored', read: ({ parentId }) => parentId }),
		title: text({ max: 255 }),
		description: text(),
		sort_order: integer(),
		type: choice(['youtube']),
		video_id: text({ min: 1, max: 25, required: true }),
		length: readOnly('text', { initial: '01:00' }),
	},
	paging: 'number',
	calls: { list: true, get: true, create: 'one', update: ['one'], remove: { one: 204 } },
});
