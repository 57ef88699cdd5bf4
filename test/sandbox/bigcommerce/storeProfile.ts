import type { FastifyInstance } from 'fastify';

import type { SandboxContext } from '../core/context';
import { STORE_HASH, STORE_ID } from '../core/fixtures';
import { accountOf } from './access';

/** V2 /time and /store: BigCommerce reference 1.2 and 11.1. */
export function registerStoreProfile(app: FastifyInstance, context: SandboxContext): void {
	app.get('/time', async (request) => {
		accountOf(request, 'store_v2_information');
		return { time: Math.floor(context.clock.now() / 1000) };
	});

	app.get('/store', async (request) => {
		accountOf(request, 'store_v2_information');
		return {
			id: STORE_HASH,
			account_uuid: '00000000-0000-4000-8000-000000000001',
			store_id: Number(STORE_ID),
			domain: 'store.example.com',
			secure_url: 'https://store.example.com',
			control_panel_base_url: 'https://control-panel.example.com',
			status: 'live',
			name: 'Sandbox Store',
			first_name: 'Olivia',
			last_name: 'Owner',
			address: '1 Main Street',
			country: 'United States',
			country_code: 'US',
			infrastructure_region: 'us-central1',
			phone: '',
			admin_email: 'owner@example.com',
			order_email: 'orders@example.com',
			favicon_url: '',
			timezone: { name: 'UTC', raw_offset: 0, dst_offset: 0, dst_correction: false },
			language: 'en',
			currency: 'USD',
			currency_symbol: '$',
			decimal_separator: '.',
			thousands_separator: ',',
			decimal_places: 2,
			currency_symbol_location: 'left',
			weight_units: 'KGS',
			dimension_units: 'Centimeters',
			dimension_decimal_places: 2,
			dimension_decimal_token: '.',
			dimension_thousands_token: ',',
			plan_name: 'Sandbox',
			plan_level: 'Sandbox',
			plan_is_trial: false,
			industry: '',
			logo: [],
			is_price_entered_with_tax: false,
			default_channel_id: 1,
			default_site_id: 1000,
			active_comparison_modules: [],
			features: {
				stencil_enabled: true,
				sitewidehttps_enabled: true,
				facebook_catalog_id: '',
				checkout_type: 'optimized',
				wishlists_enabled: true,
				graphql_storefront_api_enabled: true,
				shopper_consent_tracking_enabled: true,
				multi_storefront_enabled: true,
				storefront_limits: { active: 1, total_including_inactive: 2 },
			},
		};
	});
}
