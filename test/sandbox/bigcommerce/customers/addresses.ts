import { choice, integer, list, readOnly, text } from '../collection/field';
import { BY_IDS, defineCollection } from '../collection/table';
import { formFieldValue, withOwner } from './formFields';
import { byName } from './names';

/** A second address with all of these the same is passed over, without an error (description of POST /customers/addresses). */
const CORE = [
	...['first_name', 'last_name', 'company', 'phone', 'address_type', 'address1', 'address2'],
	...['city', 'country_code', 'state_or_province', 'postal_code'],
];

const countries = new Intl.DisplayNames(['en'], { type: 'region' });

/** BigCommerce reference 6.2, 12.3. */
export const customerAddresses = defineCollection({
	name: 'customerAddresses',
	version: 'v3',
	path: '/customers/addresses',
	scope: 'store_v2_customers',
	unknownInBatch: 422,
	parent: { collection: 'customers', field: 'customer_id' },
	fields: {
		customer_id: integer({ min: 1, required: true, write: 'create', refers: 'customers' }),
		first_name: text({ min: 1, max: 255, required: true }),
		last_name: text({ min: 1, max: 255, required: true }),
		company: text({ max: 255 }),
		address1: text({ required: true }),
		address2: text(),
		city: text({ max: 100, required: true }),
		// The vendor wants these two where the country has them (6.2); which countries do is not known here.
		state_or_province: text({ max: 100 }),
		postal_code: text({ max: 30 }),
		country_code: text({ min: 2, max: 2, required: true }),
		country: readOnly('text', { read: ({ values }) => countries.of(String(values.country_code)) }),
		phone: text({ max: 50 }),
		address_type: choice(['residential', 'commercial']),
		form_fields: list(formFieldValue, {
			include: 'formfields',
			read: ({ id, values }) => withOwner(values.form_fields, { address_id: id }),
		}),
	},
	unique: [{ by: CORE, withinParent: true, clash: 'omit' }],
	filters: {
		id: ['in'],
		customer_id: ['in'],
		company: ['in'],
		'name:in': byName('in'),
	},
	includes: ['formfields'],
	paging: 'number',
	calls: {
		list: true,
		create: 'many',
		update: ['many'],
		remove: BY_IDS,
	},
	events: ({ kind, record: { id, parentId } }) => [
		{ scope: `customer/address/${kind}`, data: { type: 'customer', id, address: { customer_id: parentId } } },
	],
});
