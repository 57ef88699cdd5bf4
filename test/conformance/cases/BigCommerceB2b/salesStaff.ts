import type { INodeParameters } from 'n8n-workflow';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { COMPANY, idIn, noSuch } from './support';

/** The first of the accounts that are there when the sandbox starts; the next ones follow it. */
const STAFF = 20_135;

const accountOf = (nth: number): INodeParameters => ({ salesStaffId: byId(STAFF + nth - 1) });

const NOBODY_THERE = { salesStaffId: byId(NOBODY) };

/** A wrong account is refused as a wrong value (BigCommerce reference 13.8). */
const NOT_VALID =
	/^B2B Edition found the values for company \d+ of sales staff account \d+ missing or not valid$/;

export const cases: Cases = {
	assign: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ ...accountOf(nth), companyId: byId(COMPANY.approved) }),
		wrong: NOBODY_THERE,
		refusal: NOT_VALID,
		gives: ({ salesStaffId }) => ({
			id: idIn(salesStaffId),
			assignedCompanies: expect.arrayContaining([expect.objectContaining({ id: COMPANY.approved })]),
		}),
	},
	get: {
		prepare: async () => await Promise.resolve(accountOf(1)),
		wrong: NOBODY_THERE,
		refusal: noSuch('sales staff account'),
		gives: () => ({ id: STAFF, name: 'Sample Seller' }),
	},
	getAll: {
		prepare: async () => await Promise.resolve({ ...ALL, filters: { companyId: String(COMPANY.pending) } }),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ id: STAFF, companyCount: 1 }),
	},
	unassign: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ ...accountOf(nth), companyId: byId(COMPANY.pending) }),
		wrong: NOBODY_THERE,
		refusal: NOT_VALID,
		gives: ({ salesStaffId }) => ({ id: idIn(salesStaffId), assignedCompanies: [] }),
	},
};
