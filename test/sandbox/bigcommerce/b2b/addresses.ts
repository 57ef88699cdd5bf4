import { flag, integer, list, text } from '../collection/field';
import type { Change } from '../collection/table';
import { by, defineB2bTable, having, OPEN_TIME_FILTERS } from './table';
import { extraField } from './users';

/** BigCommerce reference 12.5. */
const events = ({ kind, record }: Change) => [
	{
		scope: `company/address/${kind}`,
		data: { company_id: record.values.companyId, address_id: record.id },
	},
];

/** BigCommerce reference 13.4. */
export const addresses = defineB2bTable({
	name: 'companyAddresses',
	idName: 'addressId',
	version: 'b2b',
	path: '/addresses',
	scope: 'b2b_edition',
	extra: 'extraFields',
	parent: { collection: 'companies', field: 'companyId' },
	fields: {
		firstName: text({ required: true }),
		lastName: text({ required: true }),
		phoneNumber: text(),
		zipCode: text(),
		addressLine1: text({ required: true }),
		addressLine2: text(),
		city: text({ required: true }),
		stateName: text({ required: true }),
		countryName: text({ required: true }),
		stateCode: text(),
		countryCode: text(),
		companyId: integer({ required: true, refers: 'companies' }),
		isBilling: flag(),
		isShipping: flag(),
		isDefaultBilling: flag(),
		isDefaultShipping: flag(),
		label: text(),
		externalId: text(),
		extraFields: list(extraField),
	},
	filters: {
		...OPEN_TIME_FILTERS,
		companyId: by(({ values }) => values.companyId),
		isBilling: by(({ values }) => values.isBilling),
		isShipping: by(({ values }) => values.isShipping),
		firstName: having('firstName'),
		lastName: having('lastName'),
		address: having('addressLine1', 'addressLine2'),
		city: having('city'),
		country: having('countryName'),
		state: having('stateName'),
		zipCode: having('zipCode'),
		phoneNumber: having('phoneNumber'),
		'externalId[]': by(({ values }) => values.externalId),
	},
	paging: 'none',
	mostPerCall: 10,
	calls: { list: true, get: true, create: 'one', update: ['one'], remove: { one: 404 } },
	made: ({ id }) => ({ addressId: id }),
	changed: ({ id }) => ({ addressId: id }),
	removedAs: ({ id }) => ({ addressId: id }),
	events,
});
