import { choice, created, flag, modified, readOnly, text } from '../collection/field';
import { filter } from '../collection/operators';
import type { Kind } from '../collection/field';
import type { Seeds } from '../collection/seed';
import { defineCollection } from '../collection/table';

const WORKING = ['prelaunch', 'active', 'connected'];

const GONE = ['archived', 'deleted', 'terminated'];

const oneOf = (kind: Kind, field: string) => (wanted: string) =>
	filter(kind, 'in', `${field}:in`, wanted, ({ values }) => values[field]);

/** BigCommerce reference 11.3. */
export const channels = defineCollection({
	name: 'channels',
	version: 'v3',
	path: '/channels',
	scope: 'store_channel_settings',
	fields: {
		name: text({ min: 1, required: true }),
		type: choice(['storefront', 'marketplace', 'marketing', 'pos'], { required: true, write: 'create' }),
		platform: text({ min: 1, required: true, write: 'create' }),
		external_id: text(),
		status: choice([
			'active',
			'prelaunch',
			'inactive',
			'connected',
			'disconnected',
			'archived',
			'deleted',
			'terminated',
		]),
		is_listable_from_ui: flag({ initial: true }),
		is_visible: flag({ initial: true }),
		is_enabled: readOnly('flag', { read: ({ values }) => WORKING.includes(String(values.status)) }),
		icon_url: readOnly('text', { read: () => 'https://example.com/icon.png' }),
		date_created: created(),
		date_modified: modified(),
		currencies: readOnly('other', {
			include: 'currencies',
			read: ({ id }) => ({ channel_id: id, enabled_currencies: ['USD'], default_currency: 'USD' }),
		}),
	},
	filters: {
		available: (text) => (record) => !GONE.includes(String(record.values.status)) === (text === 'true'),
		'status:in': oneOf('text', 'status'),
		'type:in': oneOf('text', 'type'),
		'platform:in': oneOf('text', 'platform'),
		date_created: ['equals', 'min', 'max'],
		date_modified: ['equals', 'min', 'max'],
	},
	paging: 'number',
	calls: { list: true, get: true, create: 'one', update: ['one'] },
	includes: ['currencies'],
});

/** 1 always exists. */
export const CHANNEL_SEEDS: Seeds = {
	channels: [
		{ id: 1, values: { name: 'Example Store', type: 'storefront', platform: 'bigcommerce' } },
		{
			id: 2,
			values: { name: 'Market Square', type: 'marketplace', platform: 'custom', status: 'connected' },
		},
	],
};
