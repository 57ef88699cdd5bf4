import { choice, flag, ids, list, seconds, text, whole } from '../../../shared/record/field';
import { WHOLE_ID } from '../../../shared/record/locator';
import * as is from '../../../shared/shape';
import type { WritableRecord } from './b2bRecord';
import { company } from './company';
import { extraFields, extraFieldsShape } from './extraFields';

/** BigCommerce reference 13.4. */
const ROLES = [
	{ name: 'Admin', value: 0 },
	{ name: 'Junior Buyer', value: 2 },
	{ name: 'Senior Buyer', value: 1 },
];

/** BigCommerce reference 13.4. */
export const companyUser = {
	one: 'company user',
	words: 'company users',
	path: '/users',
	hidesExtraFields: true,
	properties: {
		id: is.whole,
		firstName: is.text,
		lastName: is.text,
		email: is.text,
		phoneNumber: is.text,
		role: is.whole,
		companyRoleId: is.whole,
		companyRoleName: is.text,
		companyId: is.whole,
		customerId: is.whole,
		uuid: is.text,
		channelList: is.list(is.object({ channelId: is.whole, channelName: is.text, iconUrl: is.text })),
		extraFields: extraFieldsShape,
		createdAt: is.text,
		updatedAt: is.text,
	},
	simple: [
		'id',
		'firstName',
		'lastName',
		'email',
		'phoneNumber',
		'role',
		'companyRoleName',
		'companyId',
		'customerId',
		'updatedAt',
	],
	locator: {
		name: 'userId',
		label: 'Company User',
		description: 'The person to work on',
		search: 'searchCompanyUsers',
		like: '5001',
		format: WHOLE_ID,
		asked: (typed) => ({ q: typed }),
		named: ({ firstName, lastName, email }) => `${firstName} ${lastName} (${email})`,
	},
	filters: {
		channelId: whole('Channel ID', ''),
		companyId: whole('Company ID', ''),
		minCreated: seconds('Created After', ''),
		maxCreated: seconds('Created Before', ''),
		email: text('Email', 'The whole address', { like: 'owner@example.net' }),
		minModified: seconds('Modified After', ''),
		maxModified: seconds('Modified Before', ''),
		roles: ids('Roles', 'Numbers with commas between: 0 admin, 1 senior buyer, 2 junior buyer', {
			like: '0,1',
		}),
		q: text('Search', 'Part of a name, an address or a company', { name: 'search', like: 'owner' }),
	},
	same: {
		field: 'email',
		list: { path: '/users' },
		query: ({ email }) => ({ email: String(email) }),
		shown: 'email',
		id: 'id',
		also: 'companyId',
	},
	of: { record: company, field: 'companyId' },
	madeAs: 'userId',
	bulk: { key: ['email'] },
	required: {
		firstName: text('First Name', 'Given name', { like: 'Nathan' }),
		lastName: text('Last Name', 'Family name', { like: 'Example' }),
		email: text('Email', 'With which the person signs in; unique in B2B Edition', {
			like: 'nathan@example.net',
		}),
		role: choice('Role', 'What the person may do', ROLES),
		channelIds: list('Channel IDs (JSON)', 'Storefronts on which the person can sign in', {
			name: 'channelIds',
			like: '[1]',
		}),
	},
	clearable: ['phoneNumber'],
	further: {
		companyRoleId: whole('Company Role ID', 'A role that was made in B2B Edition; it counts more than Role', {
			least: 1,
		}),
		extraFields,
		phoneNumber: text('Phone Number', 'Of the person', { like: '512-555-0181' }),
		uuid: text('External ID', 'What another system calls the person', { name: 'externalId', like: 'ERP-77' }),
	},
	onlyNew: {
		acceptWelcomeEmail: flag('Send Welcome Email', 'Whether the person gets a welcome email'),
		originChannelId: whole('Origin Channel ID', 'Storefront that the person comes from', { least: 1 }),
	},
} satisfies WritableRecord;
