import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { CollectionBook } from '../collection/book';
import { flag, integer, list, readOnly, shape, text } from '../collection/field';
import type { StoredRecord, Surroundings } from '../collection/record';
import type { Change } from '../collection/table';
import { ApiError } from '../errors';
import { bodyOf, idOf } from '../request';
import type { ReadSwitches } from '../switches';
import { customerGroups } from '../customers/groups';
import { customerOf } from './customerOf';
import { good } from './envelope';
import { registerCompanyBulk, registerCompanyChanges } from './companyBulk';
import { registerCompanySettings, SETTINGS_FIELDS } from './companySettings';
import { objectIn } from './routes';
import { by, defineB2bTable, having, seconds, TIME_FILTERS } from './table';
import { extraField, users } from './users';

const groupOf = ({ values }: StoredRecord, around: Surroundings) =>
	around.records('customerGroups').find(({ id }) => id === values.customerGroupId);

const shownTime = (ms: number, around: Surroundings) =>
	around.switches().b2bTimesAsText ? String(seconds(ms)) : seconds(ms);

const email = ({
	max,
	...options
}: {
	max: number;
	required?: boolean;
	write?: 'create';
	hidden?: boolean;
}) => ({
	...text({ max, ...options }),
	form: z.string().email().max(max),
});

/** One of its administrator; an answer shows none (BigCommerce reference 13.2). */
const ofAdmin = { write: 'create', hidden: true, required: true } as const;

const EXTRA = /^([^:]+):(.*)$/;

/** BigCommerce reference 12.5. */
function events({ kind, record, before }: Change) {
	const data = { company_id: record.id };
	const isOther = before !== undefined && before.values.companyStatus !== record.values.companyStatus;
	return [{ scope: `company/${kind}`, data }, ...(isOther ? [{ scope: 'company/statusUpdated', data }] : [])];
}

/** A company comes with its administrator, who is a customer as well (BigCommerce reference 13.2). @throws ApiError 422 */
function create(book: CollectionBook, given: unknown): StoredRecord {
	const body = objectIn(given);
	const isTaken = book.records(users.name).some(({ values }) => values.email === body.adminEmail);
	if (isTaken) throw new ApiError(422, 'The email of the admin already exists.');
	const [company] = book.createOne(companies, body);
	const { adminEmail, adminFirstName, adminLastName, adminPhoneNumber } = company.values;
	const customerId = customerOf(book, String(adminEmail), {
		first_name: adminFirstName,
		last_name: adminLastName,
	});
	const [admin] = book.createOne(users, {
		email: adminEmail,
		firstName: adminFirstName,
		lastName: adminLastName,
		phoneNumber: adminPhoneNumber,
		role: 0,
		companyId: company.id,
		channelIds: [1],
	});
	admin.values.customerId = customerId;
	return { ...company, values: { ...company.values, customerId } };
}

/** BigCommerce reference 13.2: of a store with Independent Companies. */
export const companies = defineB2bTable({
	name: 'companies',
	idName: 'companyId',
	version: 'b2b',
	path: '/companies',
	scope: 'b2b_edition',
	extra: 'extraFields',
	fields: {
		companyName: text({ min: 1, max: 200, required: true }),
		companyEmail: email({ max: 200, required: true }),
		companyPhone: text({ max: 50, required: true }),
		companyStatus: readOnly('text', { initial: 0, read: ({ values }) => String(values.companyStatus) }),
		addressLine1: text({ max: 200, hidden: true }),
		addressLine2: text({ max: 200, hidden: true }),
		city: text({ min: 1, max: 100, hidden: true }),
		state: text({ min: 1, max: 50, hidden: true }),
		country: text({ min: 1, max: 200, required: true, hidden: true }),
		zipCode: text({ max: 50, hidden: true }),
		customerGroupId: integer({ min: 0, hidden: true }),
		bcGroupId: readOnly('text', { read: ({ values }) => String(values.customerGroupId) }),
		bcGroupName: readOnly('text', { read: (record, around) => groupOf(record, around)?.values.name ?? '' }),
		catalogId: { ...integer({ write: 'create' }), read: ({ values }) => String(values.catalogId) },
		catalogName: readOnly('text'),
		parentCompany: readOnly('other', { initial: {} }),
		priceListAssign: list(z.object({ channelId: z.number(), priceListId: z.number() })),
		extraFields: list(extraField),
		uuid: shape(z.string().uuid(), '00000000-0000-4000-8000-000000000000'),
		createdAt: readOnly('number', { read: (record, around) => shownTime(record.createdAt, around) }),
		updatedAt: readOnly('number', { read: (record, around) => shownTime(record.modifiedAt, around) }),
		adminFirstName: text({ min: 1, max: 100, ...ofAdmin }),
		adminLastName: text({ min: 1, max: 100, ...ofAdmin }),
		adminEmail: email({ max: 100, ...ofAdmin }),
		adminPhoneNumber: text({ min: 1, max: 100, write: 'create', hidden: true }),
		originChannelId: integer({ write: 'create', hidden: true }),
		channelIds: list(z.number().int(), { write: 'create', hidden: true }),
		acceptCreationEmail: flag({ write: 'create', hidden: true }),
		userExtraFields: list(extraField, { write: 'create', hidden: true }),
		...SETTINGS_FIELDS,
	},
	filters: {
		...TIME_FILTERS,
		companyStatus: by(({ values }) => values.companyStatus),
		q: having('companyName'),
		bcGroupId: by(({ values }) => values.customerGroupId),
		customerId: (text, around) => (company) =>
			around.records(users.name, company.id).some(({ values }) => String(values.customerId) === text),
		extraFields: (wanted) => (company) => {
			const [, name, part] = EXTRA.exec(wanted) ?? [];
			const known = z.array(extraField).parse(company.values.extraFields);
			return known.some(({ fieldName, fieldValue }) => fieldName === name && fieldValue.includes(part));
		},
		extraFieldFilterType: () => () => true,
		bcOrderId: () => () => false,
		orderId: () => () => false,
	},
	sort: { by: ['companyName', 'updatedAt'], style: 'direction' },
	paging: 'none',
	unknownInBatch: 404,
	calls: { list: true, get: true, create: 'one', update: ['one'], remove: { one: 404 } },
	create,
	made: ({ id, values: { customerId, customerGroupId } }) => ({ companyId: id, customerId, customerGroupId }),
	changed: ({ id }) => ({ companyId: id }),
	listed: ({ bcGroupId, ...shown }) => ({ ...shown, bcGroupId: Number(bcGroupId) }),
	events,
});

const status = z.object({ companyStatus: z.number().int().min(0).max(3) }).strict();

/** A group becomes a company, in a store where each company has one of its own (BigCommerce reference 13.1, 13.2). @throws ApiError 400, 404, 405, 422 */
function convert(book: CollectionBook, group: number, given: unknown): StoredRecord {
	const { id } = book.get(customerGroups, group);
	const isTaken = book.records(companies.name).some(({ values }) => values.customerGroupId === id);
	if (isTaken) throw new ApiError(400, 'Convert failed for the API call.');
	const body = objectIn(given);
	const lacking = ['adminPhoneNumber'].filter((name) => !body[name]);
	if (lacking.length) throw new ApiError(422, `${lacking.join(', ')} is required.`);
	const { catalogId, ...rest } = body;
	if (catalogId !== undefined && !/^\d+$/.test(typeof catalogId === 'string' ? catalogId : '')) {
		// A text here, a number for a new one (company.yaml, `catalogId_string`).
		throw new ApiError(422, 'catalogId must be a string.');
	}
	const priced = catalogId === undefined ? {} : { catalogId: Number(catalogId) };
	return create(book, { ...rest, ...priced, customerGroupId: id });
}

/** What can be done with a company beside writing its fields. */
export function registerCompanies(app: FastifyInstance, book: CollectionBook, switches: ReadSwitches): void {
	app.post('/customer-groups/:id/companies', async (request) => {
		if (switches().b2bCompanies === 'independent') throw new ApiError(405, 'Method not allowed.');
		return good({ companyId: convert(book, idOf(request, 'id'), request.body).id });
	});
	app.put('/companies/:id/status', async (request) => {
		const company = book.get(companies, idOf(request, 'id'));
		book.set(companies, company, bodyOf(status, request.body));
		return good({ companyId: company.id });
	});
	registerCompanyBulk(app, book, (body) => create(book, body), switches);
	registerCompanyChanges(app, book, companies);
	registerCompanySettings(app, book, companies);
}
