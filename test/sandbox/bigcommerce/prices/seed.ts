import type { Seeds } from '../collection/seed';

/** A contract's prices, and a list that nobody uses yet. */
export const PRICE_SEEDS: Seeds = {
	priceLists: [
		{ id: 3, values: { name: 'Contract 2026' } },
		{ id: 4, values: { name: 'Summer', active: false } },
	],
	priceAssignments: [{ id: 1, values: { price_list_id: 3, customer_group_id: 2, channel_id: 1 } }],
	priceRecords: [
		{
			id: 1,
			parentId: 3,
			values: {
				variant_id: 77,
				currency: 'USD',
				price: 21.5,
				sale_price: 20,
				retail_price: 29,
				map_price: 19,
				bulk_pricing_tiers: [{ quantity_min: 10, quantity_max: 49, type: 'fixed', amount: 18.5 }],
			},
		},
		{ id: 2, parentId: 3, values: { variant_id: 78, currency: 'USD', price: 1190 } },
	],
};
