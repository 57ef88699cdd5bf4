import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, noSuch } from './support';

/** The first of the orders that are there when the sandbox starts; the next ones follow it. */
const ORDER = 100;

const NO_ORDER = { wrong: { bcOrderId: byId(NOBODY) }, refusal: noSuch('order') };

const it = { bcOrderId: byId(ORDER) };

export const cases: Cases = {
	get: {
		prepare: async () => await Promise.resolve(it),
		...NO_ORDER,
		gives: () => ({ bcOrderId: ORDER, companyId: 801 }),
	},
	getAll: {
		prepare: async () => await Promise.resolve({ ...ALL, filters: { companyId: 801 } }),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ bcOrderId: ORDER, companyId: 801 }),
	},
	update: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ bcOrderId: byId(ORDER + nth - 1), updateFields: { poNumber: 'PO-77' } }),
		...NO_ORDER,
		gives: ({ bcOrderId }) => ({ bcOrderId: idIn(bcOrderId), poNumber: 'PO-77' }),
	},
};
