import { z } from 'zod';

import type { CollectionBook } from '../collection/book';
import { flag, integer, list, readOnly, text } from '../collection/field';
import type { StoredRecord } from '../collection/record';
import type { Change } from '../collection/table';
import { ApiError } from '../errors';
import { customerOf } from './customerOf';
import {
	fitting,
	by,
	createdSeconds,
	defineB2bTable,
	having,
	OPEN_TIME_FILTERS,
	updatedSeconds,
} from './table';

export const extraField = z.object({ fieldName: z.string(), fieldValue: z.string() });

/** BigCommerce reference 12.5. */
const events = ({ kind, record }: Change) => [
	{ scope: `company/user/${kind}`, data: { company_id: record.values.companyId, user_id: record.id } },
];

/** Whoever is added to a company is a customer of the store as well (BigCommerce reference 13.4). */
function asCustomer(book: CollectionBook, user: StoredRecord): StoredRecord {
	const { email, firstName, lastName } = user.values;
	const names = { first_name: firstName, last_name: lastName };
	user.values.customerId = customerOf(book, String(email), names);
	return user;
}

const create = (book: CollectionBook, given: unknown): StoredRecord =>
	asCustomer(book, book.createOne(users, given)[0]);

/** All of them, or none. */
export const createUsers = (book: CollectionBook, given: unknown): StoredRecord[] =>
	book.createMany(users, given).map((user) => asCustomer(book, user));

/** BigCommerce reference 13.4. */
export const users = defineB2bTable({
	name: 'companyUsers',
	version: 'b2b',
	path: '/users',
	scope: 'b2b_edition',
	extra: 'extraFields',
	parent: { collection: 'companies', field: 'companyId' },
	fields: {
		firstName: text({ required: true }),
		lastName: text({ required: true }),
		email: { ...text({ required: true }), form: z.string().email() },
		phoneNumber: text(),
		role: integer({ min: 0, max: 2, required: true }),
		companyRoleId: integer(),
		companyRoleName: readOnly('text'),
		uuid: text(),
		extraFields: list(extraField),
		companyId: integer({ write: 'create', required: true, refers: 'companies' }),
		customerId: readOnly('number'),
		channelIds: list(z.number().int(), { required: true, hidden: true }),
		originChannelId: integer({ write: 'create', hidden: true }),
		acceptWelcomeEmail: flag({ write: 'create', hidden: true }),
		channelList: readOnly('other', {
			read: ({ values }) =>
				z
					.array(z.number())
					.parse(values.channelIds)
					.map((channelId) => ({ channelId, channelName: `Channel ${channelId}`, iconUrl: '' })),
		}),
		createdAt: createdSeconds(),
		updatedAt: updatedSeconds(),
	},
	unique: [
		{
			by: ['email'],
			clash: () =>
				new ApiError(422, 'Processing data contains logical errors', { email: 'Email already exists.' }),
		},
	],
	filters: {
		...OPEN_TIME_FILTERS,
		companyId: by(({ values }) => values.companyId),
		roles: fitting(
			'roles',
			/^[012](,[012])*$/,
			(wanted) =>
				({ values }) =>
					wanted.split(',').includes(String(values.role)),
		),
		email: fitting(
			'email',
			/^\S+@\S+\.\w+$/,
			by(({ values }) => values.email),
		),
		channelId:
			(wanted) =>
			({ values }) =>
				z.array(z.number()).parse(values.channelIds).map(String).includes(wanted),
		q: having('email', 'firstName', 'lastName'),
	},
	paging: 'none',
	mostPerCall: 10,
	calls: { list: true, get: true, create: 'one', update: ['one'], remove: { one: 404 } },
	create,
	made: ({ id, values }) => ({ userId: id, bcId: values.customerId }),
	checkRemoval(book, { id, values }) {
		const others = book
			.records('companyUsers')
			.filter((user) => user.values.companyId === values.companyId && user.id !== id);
		if (others.length === 0) throw new ApiError(422, 'The last user in company can not be deleted.');
	},
	events,
});
