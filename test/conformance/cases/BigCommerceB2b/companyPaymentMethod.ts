import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { withCompany } from './company';
import { COMPANY, idIn, noSuch } from './support';

export const cases: Cases = {
	getAll: {
		prepare: async () => await Promise.resolve({ ...ALL, companyId: byId(COMPANY.approved) }),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ code: 'cheque', isEnabled: true }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withCompany(world, nth)),
			codes: 'purchaseorder, bankdeposit',
			isEnabled: true,
		}),
		wrong: { companyId: byId(NOBODY) },
		refusal: noSuch('payment methods of company'),
		gives: ({ companyId }) => ({
			companyId: idIn(companyId),
			codes: ['purchaseorder', 'bankdeposit'],
			isEnabled: true,
		}),
	},
};
