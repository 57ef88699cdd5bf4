import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { withPriceList } from './priceList';
import { NODE } from './support';

/** A variant of the store's own. */
const MUG = { variantId: { __rl: true, mode: 'sku', value: 'MUG-GRY' } };

const place = async (world: World, nth: number): Promise<INodeParameters> => ({
	...(await withPriceList(world, nth)),
	...MUG,
	currency: 'USD',
});

const withPrice = async (world: World, nth: number): Promise<INodeParameters> => {
	const at = await place(world, nth);
	const made = { resource: 'priceListRecord', operation: 'upsert', ...at, newValues: { price: 19.5 } };
	await world.must(NODE, made);
	return at;
};

const NO_PRICE = {
	wrong: { variantId: byId(NOBODY) },
	refusal: /^The store has no price of variant \d+ in USD in price list \d+$/,
};

export const cases: Cases = {
	delete: {
		prepare: withPrice,
		...NO_PRICE,
		gives: () => ({ variant_id: 77, currency: 'USD', deleted: true }),
	},
	get: {
		prepare: async (world, nth) => ({ ...(await withPrice(world, nth)), currency: 'usd' }),
		...NO_PRICE,
		gives: () => ({ sku: 'MUG-GRY', currency: 'USD', price: 19.5, bulk_pricing_tiers: [] }),
	},
	getAll: {
		prepare: async (world, nth) => {
			const { priceListId } = await withPrice(world, nth);
			return { priceListId, ...ALL, filters: { currencies: 'USD,EUR', priceMax: 20, skuList: 'MUG-GRY' } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ sku: 'MUG-GRY', price: 19.5, calculated_price: 19.5 }),
	},
	upsert: {
		prepare: async (world, nth) => ({
			...(await place(world, nth)),
			newValues: {
				price: 18.1234,
				bulkPricing: '[{"quantity_min": 10, "quantity_max": 49, "type": "percent", "amount": 5}]',
			},
		}),
		wrong: { variantId: byId(NOBODY) },
		refusal:
			/^BigCommerce found the values for the price of variant \d+ in USD in price list \d+ missing or not valid$/,
		gives: () => ({ sku: 'MUG-GRY', currency: 'USD', price: 18.1234 }),
	},
};
