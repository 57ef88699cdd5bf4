import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';
import { keyOf, NO_SUCH, ofDocument, sent, signed } from './support';

export const cases: Cases = {
	download: {
		prepare: signed,
		...NO_SUCH,
		gives: ofDocument({ file: { mimeType: 'application/pdf', serviceHashMatches: true } }),
	},
	get: { prepare: sent, ...NO_SUCH, gives: ofDocument({ outcome: 'pending' }) },
	getAll: {
		prepare: async (world, nth) => {
			await sent(world, nth);
			return { ...ALL, filters: { externalId: keyOf(nth) } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ outcome: 'pending' }),
	},
};
