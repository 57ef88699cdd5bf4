import { byId, NOBODY, type Cases } from '../../support/operationCase';
import { withCompany } from './company';
import { COMPANY, noSuch } from './support';

const NO_COMPANY = { wrong: { companyId: byId(NOBODY) }, refusal: noSuch('.* of company') };

export const cases: Cases = {
	get: {
		prepare: async () => await Promise.resolve({ companyId: byId(COMPANY.approved) }),
		...NO_COMPANY,
		gives: () => ({ isEnabled: false }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withCompany(world, nth)),
			updateFields: { paymentTerms: 30 },
		}),
		...NO_COMPANY,
		gives: () => ({ paymentTerms: 30 }),
	},
};
