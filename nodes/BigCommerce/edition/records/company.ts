import omit from 'lodash/omit';
import pick from 'lodash/pick';
import { choice, flag, json, list, seconds, text, whole } from '../../../shared/record/field';
import { WHOLE_ID } from '../../../shared/record/locator';
import * as is from '../../../shared/shape';
import type { WritableRecord } from './b2bRecord';
import { extraFields, extraFieldsShape } from './extraFields';

/** BigCommerce reference 13.2; answers write the number as text. */
export const COMPANY_STATUSES = [
	{ name: 'Approved', value: 1 },
	{ name: 'Inactive', value: 3 },
	{ name: 'Pending', value: 0 },
	{ name: 'Rejected', value: 2 },
];

/** BigCommerce reference 13.2. */
export const company = {
	one: 'company',
	isWide: true,
	words: 'companies',
	path: '/companies',
	idField: 'companyId',
	hidesExtraFields: true,
	properties: {
		companyId: is.whole,
		companyName: is.text,
		companyEmail: is.text,
		companyPhone: is.text,
		companyStatus: is.text,
		bcGroupId: is.either(is.text, is.whole),
		bcGroupName: is.text,
		catalogId: is.text,
		catalogName: is.text,
		parentCompany: is.object({ id: is.whole, name: is.text }),
		priceListAssign: is.list(
			is.object({ channelId: is.whole, channelName: is.text, priceListId: is.whole, priceListName: is.text }),
		),
		extraFields: extraFieldsShape,
		uuid: is.orNull(is.text),
		createdAt: is.text,
		updatedAt: is.text,
	},
	simple: [
		'companyId',
		'companyName',
		'companyEmail',
		'companyPhone',
		'companyStatus',
		'bcGroupId',
		'bcGroupName',
		'uuid',
		'createdAt',
		'updatedAt',
	],
	locator: {
		name: 'companyId',
		label: 'Company',
		description: 'The company to work on',
		search: 'searchCompanies',
		like: '801',
		format: WHOLE_ID,
		asked: (typed) => ({ q: typed }),
		named: ({ companyName, companyId }) => `${companyName} (${companyId})`,
	},
	filters: {
		bcOrderId: whole('BigCommerce Order ID', '', { name: 'bcOrderId' }),
		companyStatus: choice('Company Status', 'Where its application stands', COMPANY_STATUSES),
		minCreated: seconds('Created After', ''),
		maxCreated: seconds('Created Before', ''),
		bcGroupId: text('Customer Group ID', '', { like: '7' }),
		customerId: whole('Customer ID', ''),
		extraFieldFilterType: choice('Extra Field Comparison', 'How values of extra fields are compared', [
			{ name: 'Contains', value: 'search' },
			{ name: 'Is', value: 'exact-match' },
		]),
		extraFields: text('Extra Fields', 'Name and value, with a colon between', { like: 'Tax ID:TEST-123' }),
		minModified: seconds('Modified After', ''),
		maxModified: seconds('Modified Before', ''),
		q: text('Name Contains', '', { name: 'nameContains', like: 'Trading' }),
		orderId: text('Order ID', '', { like: '4711' }),
	},
	sort: ['companyName', 'updatedAt'],
	same: {
		field: 'adminEmail',
		list: { path: '/users' },
		query: ({ adminEmail }) => ({ email: String(adminEmail) }),
		shown: 'email',
		id: 'companyId',
		also: 'companyName',
		only: { field: 'role', is: 0, called: 'administrator' },
	},
	required: {
		companyName: text('Company Name', 'Name of the business', { like: 'Example Trading', most: 200 }),
		companyEmail: text('Company Email', 'Main address of the business', {
			like: 'info@example.net',
			most: 200,
		}),
		companyPhone: text('Company Phone', 'Main number of the business', { like: '512-555-0180', most: 50 }),
		country: text('Country', 'Full name, or the two letters of ISO 3166', { like: 'US', most: 200 }),
		adminFirstName: text('Admin First Name', 'Of the person who manages the account', {
			like: 'Sample',
			most: 100,
		}),
		adminLastName: text('Admin Last Name', 'Of the person who manages the account', {
			like: 'Owner',
			most: 100,
		}),
		adminEmail: text('Admin Email', 'With which that person signs in; unique in B2B Edition', {
			like: 'owner@example.net',
			most: 100,
		}),
	},
	fixed: ['adminFirstName', 'adminLastName', 'adminEmail'],
	clearable: ['addressLine1', 'addressLine2', 'zipCode'],
	further: {
		addressLine1: text('Address Line 1', 'Street and number', { like: '1 Main Street', most: 200 }),
		addressLine2: text('Rest of Address', 'Second line of the street address', {
			name: 'restOfAddress',
			like: 'Floor 2',
			most: 200,
		}),
		city: text('City', 'Of the main address', { like: 'Austin', most: 100 }),
		customerGroupId: whole('Customer Group ID', 'Whose prices it gets; 0 for none'),
		extraFields,
		state: text('State', 'Full name, no abbreviation', { like: 'Texas', most: 50 }),
		zipCode: text('Zip Code', 'Of the main address', { like: '78701', most: 50 }),
	},
	onlyNew: {
		acceptCreationEmail: flag('Send Welcome Email', 'Whether its administrator gets a welcome email'),
		adminPhoneNumber: text('Admin Phone Number', 'Of the person who manages the account', {
			like: '512-555-0181',
			most: 100,
		}),
		catalogId: whole('Price List ID', 'For stores with Dependent Companies only', { name: 'catalogId' }),
		channelIds: list('Channel IDs (JSON)', 'Storefronts on which its buyers can sign in', {
			name: 'channelIds',
			like: '[1]',
		}),
		originChannelId: whole('Origin Channel ID', 'Storefront that its administrator comes from', { least: 1 }),
		userExtraFields: list('Admin Extra Fields (JSON)', 'Values of extra fields of its administrator', {
			name: 'userExtraFields',
			like: '[{"fieldName": "Department", "fieldValue": "Purchasing"}]',
		}),
	},
	onlyChange: {
		priceListAssign: list('Price Lists (JSON)', 'By storefront, for stores with Dependent Companies only', {
			name: 'priceListAssign',
			like: '[{"channelId": 1, "priceListId": 3}]',
		}),
		uuid: text('External ID', 'A UUID by which another system knows it', {
			name: 'externalId',
			like: '497f6eca-6276-4993-bfeb-53cbbbba6f08',
		}),
	},
} satisfies WritableRecord;

const { adminPhoneNumber } = company.onlyNew;

/** One that is made of a customer group of the store: it takes less than a new one, and more of it must be there (reference 13.2). */
export const companyOfGroup = {
	...company,
	words: 'companies of customer groups',
	required: { ...company.required, adminPhoneNumber },
	further: omit(company.further, 'customerGroupId'),
	onlyNew: {
		...pick(company.onlyNew, ['acceptCreationEmail', 'userExtraFields']),
		// A text here, a number for a new one (company.yaml, `catalogId_string`, `catalogId_integer`).
		catalogId: text('Price List ID', 'For stores with Dependent Companies only', {
			name: 'catalogId',
			like: '3',
		}),
	},
} satisfies WritableRecord;

/** One of several that are made in one call, which names the welcome email otherwise and takes one extra field only (reference 13.2, company.yaml). */
export const companyInBulk = {
	...company,
	further: {
		...company.further,
		extraFields: json('Extra Field (JSON)', 'Value of one extra field', {
			name: 'extraFields',
			like: '{"fieldName": "Tax ID", "fieldValue": "TEST-123"}',
		}),
	},
	onlyNew: {
		...pick(company.onlyNew, ['adminPhoneNumber', 'channelIds', 'originChannelId', 'userExtraFields']),
		acceptWelcomeEmail: company.onlyNew.acceptCreationEmail,
	},
} satisfies WritableRecord;
