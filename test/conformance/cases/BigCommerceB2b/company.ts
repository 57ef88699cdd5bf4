import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { COMPANY, noSuch } from './support';

const NO_COMPANY = { wrong: { companyId: byId(NOBODY) }, refusal: noSuch('company') };

export const cases: Cases = {
	get: {
		prepare: async () => await Promise.resolve({ companyId: byId(COMPANY.pending) }),
		...NO_COMPANY,
		gives: () => ({ companyName: 'Example Trading', companyStatus: '0' }),
	},
	getAll: {
		prepare: async () =>
			await Promise.resolve({ ...ALL, filters: { companyStatus: 1, nameContains: 'supplies' } }),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ companyId: COMPANY.approved, companyName: 'Ada Supplies' }),
	},
};
