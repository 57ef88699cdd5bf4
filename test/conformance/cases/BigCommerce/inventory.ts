import type { INodeParameters } from 'n8n-workflow';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';

/** A variant of the store's own. */
const bySku = (value: string) => ({ variantId: { __rl: true, mode: 'sku', value } });

const at = (nth: number): INodeParameters => ({
	...bySku(['MUG-GRY', 'ESP-PRO', 'GRD-SET'][nth - 1]),
	locationId: byId(2),
});

const NO_VARIANT = {
	wrong: { variantId: byId(NOBODY) },
	refusal: /^BigCommerce found the values for the stock of variant \d+ at location 2 missing or not valid$/,
};

export const cases: Cases = {
	adjust: {
		prepare: async (_world, nth) => await Promise.resolve({ ...at(nth), quantity: 5, reason: 'Delivery' }),
		...NO_VARIANT,
		gives: () => ({ location_id: 2, quantity: 5, transaction_id: expect.any(String) }),
	},
	get: {
		prepare: async (_world, nth) => await Promise.resolve(at(nth)),
		wrong: bySku('NO-SUCH'),
		refusal: /^The store has no stock of variant NO-SUCH$/,
		gives: () => ({ available_to_sell: expect.any(Number) }),
	},
	getAll: {
		prepare: async () =>
			await Promise.resolve({ ...ALL, filters: { sku: 'MUG-GRY', locationCode: 'AUSTIN-1' } }),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ sku: 'MUG-GRY', available_to_sell: 40 }),
	},
	set: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ ...at(nth), quantity: 12, reason: 'Stocktaking' }),
		...NO_VARIANT,
		gives: () => ({ location_id: 2, quantity: 12 }),
	},
};
