import { z } from 'zod';

import { flag, list, readOnly, shape, text } from '../collection/field';
import { defineCollection } from '../collection/table';
import { rfc2822 } from '../format';

/** V2: BigCommerce reference 6.5. */
export const customerGroups = defineCollection({
	name: 'customerGroups',
	version: 'v2',
	path: '/customer_groups',
	scope: 'store_v2_customers',
	fields: {
		name: text({ required: true }),
		is_default: flag(),
		category_access: shape(z.record(z.unknown()), { type: 'all' }),
		discount_rules: list(z.record(z.unknown())),
		date_created: readOnly('time', { read: ({ createdAt }) => rfc2822(createdAt) }),
		date_modified: readOnly('time', { read: ({ modifiedAt }) => rfc2822(modifiedAt) }),
		is_group_for_guests: flag(),
	},
	filters: {
		name: ['equals', 'like'],
		is_default: ['equals'],
		is_group_for_guests: ['equals'],
		date_created: ['equals', 'min', 'max'],
		date_modified: ['equals', 'min', 'max'],
	},
	paging: 'number',
	calls: { list: true, count: true, get: true, create: 'one', update: ['one'], remove: { one: 204 } },
});
