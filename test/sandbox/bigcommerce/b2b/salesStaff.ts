import type { FastifyInstance } from 'fastify';
import omit from 'lodash/omit';
import { z } from 'zod';

import type { CollectionBook } from '../collection/book';
import { readOnly } from '../collection/field';
import type { StoredRecord, Surroundings } from '../collection/record';
import { ApiError } from '../errors';
import { bodyOf, idOf } from '../request';
import { companies } from './companies';
import { good } from './envelope';
import { defineB2bTable, TIME_FILTERS, updatedSeconds } from './table';

/** When each company was given to the account, in Unix seconds, by the id of the company. */
const assigned = ({ values }: StoredRecord) => z.record(z.number()).parse(values.companies);

const companiesOf = (staff: StoredRecord, around: Surroundings) => {
	const own = assigned(staff);
	return around
		.records(companies.name)
		.filter(({ id }) => id in own)
		.map(({ id, values }) => ({
			id,
			companyName: values.companyName,
			bcGroupName: 'Companies',
			bcId: String(values.customerGroupId),
			assignedAt: own[id],
		}));
};

const LISTED = ['salesRepName', 'roleName', 'companyCount'];
const ALONE = ['name', 'phoneNumber', 'assignedCompanies'];

/** Accounts are made in the control panel; here they get companies (BigCommerce reference 13.8). */
export const salesStaff = defineB2bTable({
	name: 'salesStaff',
	version: 'b2b',
	path: '/sales-staffs',
	scope: 'b2b_edition',
	fields: {
		email: readOnly('text'),
		name: readOnly('text'),
		salesRepName: readOnly('text', { read: ({ values }) => values.name }),
		phoneNumber: readOnly('text'),
		roleName: readOnly('text', { initial: 'Sales Rep' }),
		companies: readOnly('other', { initial: {}, hidden: true }),
		companyCount: readOnly('number', { read: (staff, around) => companiesOf(staff, around).length }),
		assignedCompanies: readOnly('other', { read: companiesOf }),
		updated_at: { ...updatedSeconds(), hidden: true },
	},
	filters: {
		minModified: TIME_FILTERS.minModified,
		companyId: (wanted) => (staff) => wanted in assigned(staff),
	},
	sort: { by: ['updated_at', 'email'], style: 'direction' },
	paging: 'none',
	calls: { list: true, get: true },
	made: () => ({}),
	listed: (shown) => omit(shown, ALONE),
	alone: (shown) => omit(shown, LISTED),
});

const assignments = z.array(z.object({ companyId: z.number().int(), assignStatus: z.boolean() }).strict());

/** Only the named companies change; what is not known is no valid value (BigCommerce reference 13.8). */
export function registerSalesStaff(app: FastifyInstance, book: CollectionBook): void {
	app.put('/sales-staffs/:id', async (request) => {
		const known = (name: string, id: number) => book.records(name).some((record) => record.id === id);
		const id = idOf(request, 'id');
		if (!known(salesStaff.name, id)) throw new ApiError(422, 'The sales staff does not exist.');
		const staff = book.get(salesStaff, id);
		const rows = bodyOf(assignments, request.body);
		if (!rows.every(({ companyId }) => known(companies.name, companyId))) {
			throw new ApiError(422, 'The company does not exist.');
		}
		const at = Math.floor(staff.modifiedAt / 1000);
		const own = rows.reduce<Record<number, number>>((before, { companyId, assignStatus }) => {
			const others = omit(before, companyId);
			return assignStatus ? { ...others, [companyId]: at } : others;
		}, assigned(staff));
		book.set(salesStaff, staff, { companies: own });
		return good({});
	});
}
