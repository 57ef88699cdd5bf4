import { created, flag, modified, text } from '../collection/field';
import { defineCollection } from '../collection/table';
import { ApiError } from '../errors';

/** BigCommerce reference 9.1. */
export const priceLists = defineCollection({
	name: 'priceLists',
	version: 'v3',
	path: '/pricelists',
	scope: 'store_v2_products',
	fields: {
		name: text({ min: 1, required: true }),
		active: flag({ initial: true }),
		date_created: created(),
		date_modified: modified(),
	},
	unique: [{ by: ['name'], clash: () => new ApiError(409, 'The name of the price list is a duplicate', {}) }],
	filters: {
		id: ['in'],
		name: ['equals', 'like'],
		date_created: ['equals', 'min', 'max'],
		date_modified: ['equals', 'min', 'max'],
	},
	paging: 'cursor',
	plainPages: true,
	calls: {
		list: true,
		get: true,
		create: 'one',
		update: ['one'],
		remove: { one: 204, many: { by: ['id:in', 'name'], unfiltered: 'all' } },
	},
});
