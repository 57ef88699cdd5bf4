import { choice, text, time } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import { inOneParameter } from './storeList';
import type { StoreRecord } from './storeRecord';

const TYPES = [
	{ name: 'Text', value: 'string' },
	{ name: 'Number', value: 'number' },
	{ name: 'Date', value: 'date' },
];

/** BigCommerce reference 6.3. */
export const customerAttribute = {
	one: 'customer attribute',
	words: 'customer attributes',
	path: '/v3/customers/attributes',
	scope: 'Customers',
	removedAtOnce: INFERRED.removedAtOnce,
	inArrays: true,
	most: 10,
	hasNoIdFilter: true,
	same: { fields: ['name', 'type'], filter: 'name' },
	together: { most: 10 },
	sorted: inOneParameter,
	properties: {
		id: is.whole,
		name: is.text,
		type: is.text,
		date_created: is.text,
		date_modified: is.text,
	},
	locator: {
		name: 'customerAttributeId',
		label: 'Customer Attribute',
		description: 'The attribute to work on',
		search: 'searchCustomerAttributes',
		like: '1',
		format: WHOLE_ID,
		key: { mode: 'name', label: 'Name', like: 'Credit terms', field: 'name', filter: 'name' },
		asked: (typed) => ({ 'name:like': typed }),
		named: ({ name }) => String(name),
	},
	filters: {
		date_created: time('Created At', ''),
		'date_created:min': time('Created After', ''),
		'date_created:max': time('Created Before', ''),
		date_modified: time('Modified At', ''),
		'date_modified:min': time('Modified After', ''),
		'date_modified:max': time('Modified Before', ''),
		name: text('Name', ''),
		'name:like': text('Name Contains', '', { name: 'nameContains', like: 'terms' }),
		type: choice('Type', '', TYPES),
	},
	required: {
		name: text('Name', 'Unique among the attributes', { most: 255, like: 'Credit terms' }),
		type: choice('Type', 'What its values are; it stays so', TYPES),
	},
	fixed: ['type'],
	further: {},
	onlyNew: {},
} satisfies StoreRecord;
