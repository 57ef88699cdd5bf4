import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';

export const cases: Cases = {
	getAll: {
		prepare: async () => await Promise.resolve(ALL),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ id: 1, paymentCode: 'cheque', paymentTitle: 'Check' }),
	},
};
