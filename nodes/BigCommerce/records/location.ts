import { choices, flag, ids, json, list, text } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { INFERRED } from '../transport/inferred';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

const TYPES = [
	{ name: 'Physical', value: 'PHYSICAL' },
	{ name: 'Virtual', value: 'VIRTUAL' },
];

/** BigCommerce reference 8.3. A write answers the number of a transaction and nothing of the location. */
export const location = {
	one: 'location',
	words: 'locations',
	path: '/v3/inventory/locations',
	scope: 'Store Locations',
	inArrays: true,
	isWide: true,
	byIds: 'location_id:in',
	isSilent: true,
	same: { fields: ['code'], filter: 'location_code:in' },
	/** No limit is stated for writes but that of 100 locations (reference 8.3). */
	most: 10,
	removedAtOnce: INFERRED.removedAtOnce,
	together: { most: 10, among: { filter: 'location_code:in', field: 'code' } },
	sorted: inTwoParameters,
	properties: {
		id: is.whole,
		code: is.text,
		label: is.text,
		description: is.text,
		managed_by_external_source: is.flag,
		type_id: is.text,
		enabled: is.flag,
		operating_hours: is.object(),
		time_zone: is.text,
		created_at: is.text,
		updated_at: is.text,
		address: is.object(),
		storefront_visibility: is.flag,
		special_hours: is.list(is.object()),
	},
	simple: [
		...(['id', 'code', 'label', 'description', 'type_id', 'enabled'] as const),
		...(['storefront_visibility', 'time_zone', 'address'] as const),
	],
	locator: {
		name: 'locationId',
		label: 'Location',
		description: 'The place where stock is kept',
		search: 'searchLocations',
		like: '1',
		format: WHOLE_ID,
		key: {
			...{ mode: 'code', label: 'Code', like: 'AUSTIN-1', field: 'code' },
			...{ filter: 'location_code:in', several: 'location_code:in' },
		},
		named: ({ label, code }) => [label, code].filter(Boolean).map(String).join(' – '),
	},
	filters: {
		is_active: flag('Active', 'Whether to give active locations or the others'),
		'location_code:in': text('Code', '', { name: 'code', like: 'AUSTIN-1' }),
		is_default: flag('Default', 'Whether to give the default location or the others'),
		'location_id:in': ids('IDs', '', { name: 'id', like: '1,2' }),
		managed_by_external_source: flag(
			'Managed Elsewhere',
			'Whether to give locations whose stock another system keeps, or the others',
			{ name: 'managedElsewhere' },
		),
		storefront_visibility: flag(
			'Shown to Shoppers',
			'Whether to give locations that shoppers see or the others',
			{
				name: 'shownToShoppers',
			},
		),
		'type_id:in': choices('Type', TYPES, 'type'),
	},
	clearable: ['description'],
	required: {
		code: text('Code', 'What other systems call it, unique in the store', { like: 'AUSTIN-1' }),
		label: text('Label', 'What people call it', { like: 'Austin Warehouse' }),
	},
	further: {
		address: json(
			'Address (JSON)',
			'With address1, city, state, zip, email, country_code and geo_coordinates',
			{
				like: '{"address1": "1 Main St", "city": "Austin", "state": "Texas", "zip": "78701", "email": "a@example.com", "country_code": "US", "geo_coordinates": {"latitude": 30.2, "longitude": -97.7}}',
			},
		),
		description: text('Description', 'For staff'),
		enabled: flag('Enabled', 'Whether stock there can be sold'),
		managed_by_external_source: flag('Managed Elsewhere', 'Whether another system keeps its stock', {
			name: 'managedElsewhere',
		}),
		operating_hours: json('Operating Hours (JSON)', 'By day of the week', {
			name: 'operatingHours',
			like: '{"monday": {"open": true, "opening": "08:00", "closing": "16:00"}}',
		}),
		storefront_visibility: flag('Shown to Shoppers', 'Whether shoppers can see it', {
			name: 'shownToShoppers',
		}),
		special_hours: list('Special Hours (JSON)', 'List of days with hours of their own', {
			name: 'specialHours',
			like: '[{"label": "New Year", "date": "2027-01-01", "open": false}]',
		}),
		time_zone: text('Time Zone', 'Where it is', { name: 'timeZone', like: 'Etc/UTC' }),
	},
	onlyNew: {},
} satisfies StoreRecord;
