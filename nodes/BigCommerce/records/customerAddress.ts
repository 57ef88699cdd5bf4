import { choice, list, text } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import { customer } from './customer';
import { inOneParameter } from './storeList';
import type { StoreRecord } from './storeRecord';

/** BigCommerce reference 6.2; other words than those of the addresses of orders. */
export const customerAddress = {
	one: 'customer address',
	words: 'customer addresses',
	path: '/v3/customers/addresses',
	scope: 'Customers',
	removedAtOnce: INFERRED.removedAtOnce,
	inArrays: true,
	isWide: true,
	/** No limit is stated; customers themselves have ten (reference 2.9). */
	most: 10,
	of: { record: customer, field: 'customer_id' },
	omitsEqual: true,
	same: {
		fields: [
			...['customer_id', 'first_name', 'last_name', 'address1', 'address2', 'city', 'country_code'],
			...['company', 'phone', 'address_type', 'state_or_province', 'postal_code'],
		],
		filter: 'customer_id:in',
	},
	together: { most: 10, among: { filter: 'customer_id:in', field: 'customer_id' } },
	sorted: inOneParameter,
	properties: {
		id: is.whole,
		customer_id: is.whole,
		first_name: is.text,
		last_name: is.text,
		company: is.text,
		address1: is.text,
		address2: is.text,
		city: is.text,
		state_or_province: is.text,
		postal_code: is.text,
		country: is.text,
		country_code: is.text,
		phone: is.text,
		address_type: is.text,
		form_fields: is.list(is.object()),
	},
	simple: [
		...(['id', 'customer_id', 'first_name', 'last_name', 'company'] as const),
		...(['address1', 'city', 'state_or_province', 'postal_code', 'country_code'] as const),
	],
	locator: {
		name: 'customerAddressId',
		label: 'Customer Address',
		description: 'The address to work on; search for a customer ID, or for first and last name',
		search: 'searchCustomerAddresses',
		like: '60',
		format: WHOLE_ID,
		asked: (typed) => (/^\d+$/.test(typed) ? { 'customer_id:in': typed } : { 'name:in': typed }),
		named: ({ first_name: first, last_name: last, address1, city }) =>
			[[first, last].filter(Boolean).join(' '), address1, city].filter(Boolean).map(String).join(', '),
	},
	filters: {
		'company:in': text('Company', '', { name: 'company' }),
		'customer_id:in': text('Customer IDs', 'Separated by commas', { name: 'customerIds', like: '32,33' }),
		'id:in': text('IDs', 'Separated by commas', { name: 'ids', like: '60,61' }),
		'name:in': text('Name', '', { name: 'name', like: 'Nathan Smith' }),
	},
	includes: [{ name: 'Form Fields', value: 'formfields' }],
	clearable: ['address2', 'company', 'phone', 'postal_code', 'state_or_province'],
	required: {
		first_name: text('First Name', 'Given name', { most: 255 }),
		last_name: text('Last Name', 'Family name', { most: 255 }),
		address1: text('Street', 'Street and number', { name: 'street', like: '1 Main Street' }),
		city: text('City', 'City or town', { most: 100, like: 'Austin' }),
		country_code: text('Country Code', 'Two letters of the ISO standard', { most: 2, like: 'US' }),
	},
	further: {
		address2: text('Second Line', 'Building, floor and the like', { name: 'secondLine' }),
		address_type: choice('Address Type', 'What stands at this address', [
			{ name: 'Residential', value: 'residential' },
			{ name: 'Commercial', value: 'commercial' },
		]),
		company: text('Company', 'Where the customer works', { most: 255 }),
		form_fields: list('Form Fields (JSON)', 'List of values for the fields of the address form', {
			name: 'formFields',
			like: '[{"name": "Delivery note", "value": "Ring twice"}]',
		}),
		phone: text('Phone', 'Phone number', { most: 50 }),
		postal_code: text('Postal Code', 'Needed where the country has them', { most: 30, like: '78701' }),
		state_or_province: text('State or Province', 'Its full name; needed where the country has them', {
			most: 100,
			like: 'Texas',
		}),
	},
	onlyNew: {},
} satisfies StoreRecord;
