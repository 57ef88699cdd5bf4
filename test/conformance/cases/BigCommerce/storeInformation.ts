import type { Cases } from '../../support/operationCase';

export const cases: Cases = {
	get: {
		prepare: async () => await Promise.resolve({ simplify: false }),
		wrong: { simplify: 'some' },
		refusal: /^Simplify must be true or false, but it is "some"$/,
		gives: () => ({ name: 'Sandbox Store', currency: 'USD', decimal_places: 2 }),
	},
};
