import { choice, choices, flag, text, time } from '../../shared/record/field';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

const TYPES = [
	{ name: 'Marketing', value: 'marketing' },
	{ name: 'Marketplace', value: 'marketplace' },
	{ name: 'Point of Sale', value: 'pos' },
	{ name: 'Storefront', value: 'storefront' },
];

const named = (value: string) => ({ name: value.charAt(0).toUpperCase() + value.slice(1), value });

/** Storefronts have others than everything else; `terminated` is set by the store alone (BigCommerce reference 11.3). */
const STATUSES = ['active', 'archived', 'connected', 'deleted', 'disconnected', 'inactive', 'prelaunch'].map(
	named,
);

/** Where a store sells (BigCommerce reference 11.3). There is no call that removes one: its status says so. */
export const channel = {
	one: 'channel',
	words: 'channels',
	path: '/v3/channels',
	scope: 'Channel Settings',
	same: { fields: ['name', 'platform', 'type'] },
	sorted: inTwoParameters,
	properties: {
		id: is.whole,
		external_id: is.text,
		name: is.text,
		type: is.text,
		platform: is.text,
		status: is.text,
		is_listable_from_ui: is.flag,
		is_visible: is.flag,
		is_enabled: is.flag,
		icon_url: is.text,
		date_created: is.text,
		date_modified: is.text,
		currencies: is.object(),
	},
	simple: [
		...(['id', 'external_id', 'name', 'type', 'platform', 'status'] as const),
		...(['is_visible', 'is_enabled', 'date_created', 'date_modified'] as const),
	],
	includes: [{ name: 'Currencies', value: 'currencies' }],
	locator: {
		name: 'channelId',
		label: 'Channel',
		description: 'The channel to work on',
		search: 'searchChannels',
		like: '1',
		format: WHOLE_ID,
		named: ({ name, status }) => [name, status].filter(Boolean).map(String).join(' – '),
	},
	filters: {
		available: flag('Available', 'Whether to leave out channels that were archived, deleted or terminated'),
		date_created: time('Created At', ''),
		'date_created:min': time('Created After', ''),
		'date_created:max': time('Created Before', ''),
		date_modified: time('Modified At', ''),
		'date_modified:min': time('Modified After', ''),
		'date_modified:max': time('Modified Before', ''),
		'platform:in': text('Platform', '', { name: 'platform', like: 'bigcommerce' }),
		'status:in': choices('Status', [...STATUSES, named('terminated')], 'status'),
		'type:in': choices('Type', TYPES, 'type'),
	},
	required: {
		name: text('Name', 'How the control panel calls it', { like: 'eBay' }),
		type: choice('Type', 'What kind of channel it is; it stays so', TYPES),
		platform: text('Platform', 'On which software it runs; it stays so', { like: 'ebay' }),
	},
	fixed: ['type', 'platform'],
	further: {
		external_id: text('External ID', 'What another system calls it'),
		is_listable_from_ui: flag('Listable', 'Whether products are listed on it in the control panel', {
			name: 'isListable',
		}),
		is_visible: flag('Visible', 'Whether the control panel shows it'),
		status: choice(
			'Status',
			'Storefronts: prelaunch, active, inactive, archived; others: connected, disconnected, archived',
			STATUSES,
		),
	},
	onlyNew: {},
} satisfies StoreRecord;
