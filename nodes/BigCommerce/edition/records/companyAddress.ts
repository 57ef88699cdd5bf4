import { flag, seconds, text, whole } from '../../../shared/record/field';
import { WHOLE_ID } from '../../../shared/record/locator';
import * as is from '../../../shared/shape';
import type { WritableRecord } from './b2bRecord';
import { company } from './company';
import { extraFields, extraFieldsShape } from './extraFields';

const parts = {
	firstName: text('First Name', 'Of the recipient', { like: 'Nathan' }),
	lastName: text('Last Name', 'Of the recipient', { like: 'Example' }),
	addressLine1: text('Address Line 1', 'Street and number', { like: '1 Trade Street' }),
	city: text('City', 'City or town', { like: 'Austin' }),
	stateName: text('State', 'Full name', { name: 'stateName', like: 'Texas' }),
	countryName: text('Country', 'Full name', { name: 'countryName', like: 'United States' }),
};

/** BigCommerce reference 13.4. */
export const companyAddress = {
	one: 'company address',
	words: 'company addresses',
	path: '/addresses',
	idField: 'addressId',
	isWide: true,
	hidesExtraFields: true,
	properties: {
		addressId: is.whole,
		companyId: is.whole,
		firstName: is.text,
		lastName: is.text,
		phoneNumber: is.text,
		addressLine1: is.text,
		addressLine2: is.text,
		city: is.text,
		stateName: is.text,
		stateCode: is.text,
		zipCode: is.text,
		countryName: is.text,
		countryCode: is.text,
		isBilling: is.flag,
		isShipping: is.flag,
		isDefaultBilling: is.flag,
		isDefaultShipping: is.flag,
		label: is.text,
		externalId: is.text,
		extraFields: extraFieldsShape,
	},
	simple: [
		...(['addressId', 'companyId', 'firstName', 'lastName', 'addressLine1'] as const),
		...(['city', 'stateName', 'zipCode', 'countryCode', 'label'] as const),
	],
	locator: {
		name: 'addressId',
		label: 'Company Address',
		description: 'The address to work on',
		search: 'searchCompanyAddresses',
		like: '9101',
		format: WHOLE_ID,
		named: ({ addressLine1, city, firstName, lastName }) =>
			`${addressLine1}, ${city} (${firstName} ${lastName})`,
	},
	filters: {
		address: text('Address', 'Part of its lines', { like: 'Trade Street' }),
		city: text('City', ''),
		companyId: whole('Company ID', ''),
		country: text('Country', ''),
		minCreated: seconds('Created After', ''),
		maxCreated: seconds('Created Before', ''),
		'externalId[]': text('External ID', '', { name: 'externalId' }),
		firstName: text('First Name', ''),
		isBilling: flag('For Billing', 'Whether bills may go there'),
		isShipping: flag('For Shipping', 'Whether goods may go there'),
		lastName: text('Last Name', ''),
		minModified: seconds('Modified After', ''),
		maxModified: seconds('Modified Before', ''),
		phoneNumber: text('Phone Number', ''),
		state: text('State', ''),
		zipCode: text('Zip Code', ''),
	},
	same: {
		field: 'externalId',
		list: { path: '/addresses', idField: 'addressId' },
		query: ({ externalId, companyId }) => ({
			'externalId[]': String(externalId),
			companyId: Number(companyId),
		}),
		shown: 'externalId',
		id: 'addressId',
		also: 'companyId',
		isShared: true,
	},
	of: { record: company, field: 'companyId' },
	bulk: {
		key: [
			'companyId',
			'firstName',
			'lastName',
			'addressLine1',
			'addressLine2',
			'city',
			'label',
			'externalId',
		],
		isShown: true,
	},
	required: parts,
	further: {
		addressLine2: text('Rest of Address', 'Second line of the street address', {
			name: 'restOfAddress',
			like: 'Floor 2',
		}),
		countryCode: text('Country Code', 'Two letters of ISO 3166', { like: 'US' }),
		externalId: text('External ID', 'What another system calls the address', { like: 'ERP-9' }),
		extraFields,
		isBilling: flag('For Billing', 'Whether bills may go there'),
		isDefaultBilling: flag('Default for Billing', 'Whether bills go there unless another is chosen'),
		isDefaultShipping: flag('Default for Shipping', 'Whether goods go there unless another is chosen'),
		isShipping: flag('For Shipping', 'Whether goods may go there'),
		label: text('Label', 'What people call it', { like: 'Austin Warehouse' }),
		phoneNumber: text('Phone Number', 'Of the recipient', { like: '512-555-0182' }),
		stateCode: text('State Code', 'Two letters', { like: 'TX' }),
		zipCode: text('Zip Code', 'Postal code', { like: '78701' }),
	},
	onlyNew: {},
} satisfies WritableRecord;
