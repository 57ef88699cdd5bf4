import type { Seeds } from '../collection/seed';

/** 60 wants a code; 61 waits for approval. */
export const MARKETING_SEEDS: Seeds = {
	promotions: [
		{
			id: 60,
			values: {
				redemption_type: 'COUPON',
				coupon_type: 'SINGLE',
				name: 'Welcome back',
				display_name: 'Good to see you again',
				channels: [{ id: 1 }],
				customer: { minimum_order_count: 1 },
				rules: [{ action: { cart_value: { discount: { percentage_amount: '10' } } }, apply_once: true }],
				max_uses: 100,
				end_date: '2027-12-31T23:59:59+00:00',
				schedule: {
					week_frequency: 1,
					week_days: ['Monday'],
					daily_start_time: '08:00:00',
					daily_end_time: '20:00:00',
				},
				shipping_address: { countries: [{ iso2_country_code: 'US' }] },
			},
		},
		{
			id: 61,
			values: {
				redemption_type: 'AUTOMATIC',
				name: 'Spring lighting (to approve)',
				display_name: 'Spring lighting',
				status: 'DISABLED',
				rules: [
					{
						action: {
							cart_items: { discount: { percentage_amount: '15' }, items: { categories: [23] } },
						},
						condition: { cart: { minimum_spend: '100.00' } },
						apply_once: true,
					},
				],
				max_uses: 500,
				start_date: '2027-03-01T00:00:00+00:00',
				end_date: '2027-03-14T23:59:59+00:00',
			},
		},
	],
	couponCodes: [
		{ id: 1, parentId: 60, values: { code: 'WELCOME', max_uses: 100, max_uses_per_customer: 1 } },
	],
};
