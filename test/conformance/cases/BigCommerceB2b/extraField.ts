import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';

const of = (recordType: string) => async () => await Promise.resolve({ ...ALL, recordType });

export const cases: Cases = {
	getAll: {
		prepare: of('company'),
		others: {
			addresses: of('address'),
			people: of('companyUser'),
			invoices: of('invoice'),
			orders: of('order'),
			quotes: of('quote'),
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ fieldName: 'Tax ID', isRequired: false }),
	},
};
