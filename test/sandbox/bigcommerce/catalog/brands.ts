import { z } from 'zod';

import { list, shape, text } from '../collection/field';
import type { StoredRecord } from '../collection/record';
import { defineCollection } from '../collection/table';
import { ApiError } from '../errors';

const customUrl = z
	.object({ url: z.string().min(1).max(1024), is_customized: z.boolean() })
	.partial()
	.strict();

/** Made of the name until somebody writes one. */
const urlOf = ({ values }: StoredRecord) =>
	values.custom_url ?? {
		url: `/${String(values.name)
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')}/`,
		is_customized: false,
	};

/** BigCommerce reference 7.4. */
export const brands = defineCollection({
	name: 'brands',
	version: 'v3',
	path: '/catalog/brands',
	scope: 'store_v2_products',
	fields: {
		name: text({ min: 1, max: 255, required: true }),
		page_title: text({ max: 255 }),
		meta_keywords: list(z.string()),
		meta_description: text({ max: 65_535 }),
		search_keywords: text({ max: 65_535 }),
		image_url: text(),
		custom_url: shape(customUrl, null, { read: urlOf }),
	},
	unique: [{ by: ['name'], clash: () => new ApiError(409, 'The brand name is a duplicate', {}) }],
	filters: {
		id: ['equals', 'in', 'not_in', 'min', 'max', 'greater', 'less'],
		name: ['equals', 'like'],
		page_title: ['equals'],
	},
	sort: { by: ['name'], style: 'direction' },
	selects: true,
	plainForbidden: true,
	paging: 'number',
	calls: {
		list: true,
		get: true,
		create: 'one',
		update: ['one'],
		remove: { one: 404 },
	},
});
