import { choice, created, integer, modified, readOnly, text } from '../collection/field';
import { filter } from '../collection/operators';
import { BY_IDS, defineCollection } from '../collection/table';

/** BigCommerce reference 6.3. */
export const customerAttributes = defineCollection({
	name: 'customerAttributes',
	version: 'v3',
	path: '/customers/attributes',
	scope: 'store_v2_customers',
	unknownInBatch: 422,
	fields: {
		name: text({ min: 1, max: 255, required: true }),
		type: choice(['string', 'number', 'date'], { required: true, write: 'create' }),
		date_created: created(),
		date_modified: modified(),
	},
	filters: {
		name: ['equals', 'like'],
		type: ['equals'],
		date_created: ['equals', 'min', 'max'],
		date_modified: ['equals', 'min', 'max'],
	},
	paging: 'number',
	calls: {
		list: true,
		create: 'many',
		update: ['many'],
		remove: BY_IDS,
	},
});

/** BigCommerce reference 6.3: written as `value`, read as `attribute_value`; a PUT makes what is not there. */
export const customerAttributeValues = defineCollection({
	name: 'customerAttributeValues',
	version: 'v3',
	path: '/customers/attribute-values',
	scope: 'store_v2_customers',
	mostPerCall: 10,
	unknownInBatch: 422,
	parent: { collection: 'customers', field: 'customer_id' },
	upsertBy: ['attribute_id', 'customer_id'],
	fields: {
		attribute_id: integer({ min: 1, required: true, write: 'create', refers: 'customerAttributes' }),
		customer_id: integer({ min: 1, required: true, write: 'create', refers: 'customers' }),
		value: text({ max: 255, required: true, hidden: true }),
		attribute_value: readOnly('text', { read: ({ values }) => values.value }),
		date_created: created(),
		date_modified: modified(),
	},
	filters: {
		customer_id: ['in'],
		attribute_id: ['in'],
		name: (wanted, around) =>
			filter('text', 'equals', 'name', wanted, ({ values }) => {
				const attribute = around.records('customerAttributes').find(({ id }) => id === values.attribute_id);
				return attribute?.values.name;
			}),
		date_created: ['equals', 'min', 'max'],
		date_modified: ['equals', 'min', 'max'],
	},
	paging: 'number',
	calls: {
		list: true,
		update: ['many'],
		remove: BY_IDS,
	},
});
