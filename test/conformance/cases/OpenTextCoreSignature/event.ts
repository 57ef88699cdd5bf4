import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';
import { keyOf, sent } from './support';

export const cases: Cases = {
	getAll: {
		prepare: async (world, nth) => {
			await sent(world, nth);
			return { ...ALL, filters: { externalId: keyOf(nth), eventType: 'sent' } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ eventType: 'sent', failed: false, signerEmail: null }),
	},
};
