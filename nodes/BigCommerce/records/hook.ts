import type { IDataObject } from 'n8n-workflow';
import { flag, json, text } from '../../shared/record/field';
import { fieldsIn, type Given } from '../../shared/record/given';
import { WHOLE_ID } from '../../shared/record/locator';
import * as is from '../../shared/shape';
import { rightFor } from '../transport/eventScopes';
import { inTwoParameters } from './storeList';
import type { StoreRecord } from './storeRecord';

const scope = text('Scope', 'What it tells of', { like: 'store/order/created' });
const destination = text('Destination', 'Address behind HTTPS, on port 443', {
	like: 'https://example.com/orders',
});

/** As the store shows one. Its headers are not here: they hold secrets. */
const SHOWN = {
	id: is.whole,
	client_id: is.text,
	store_hash: is.text,
	scope: is.text,
	destination: is.text,
	is_active: is.flag,
};

/** They count in seconds since 1970. */
const TIMES = { created_at: is.whole, updated_at: is.whole };

/** BigCommerce reference 1.3 and 12.5; the editor's table of operations says so, and a refusal names the scope. */
export const SCOPES_BY_EVENT =
	'that of what it tells of: read-only; of companies, quotes and super admins B2B Edition: modify';

const isoOf = (seconds = Number.NaN): string | undefined =>
	Number.isNaN(seconds) ? undefined : new Date(seconds * 1000).toISOString();

/**
 * BigCommerce reference 12.1: each API account sees its own, and needs no scope but that of what a webhook tells of. What it sends with a delivery is written and never shown.
 */
export const hook = {
	one: 'webhook',
	words: 'webhooks',
	path: '/v3/hooks',
	rightFor: (row) => rightFor(fieldsIn({ scope: is.text }, row).scope ?? ''),
	mayBeBare: true,
	showsRemoved: true,
	same: { fields: ['scope', 'destination'], filter: 'scope' },
	sorted: inTwoParameters,
	properties: { ...SHOWN, created_at: is.text, updated_at: is.text },
	told(row: Given): IDataObject {
		const { created_at: created, updated_at: updated } = fieldsIn(TIMES, row);
		return { ...fieldsIn(SHOWN, row), created_at: isoOf(created), updated_at: isoOf(updated) };
	},
	locator: {
		name: 'hookId',
		label: 'Webhook',
		description: 'The webhook to work on',
		search: 'searchHooks',
		like: '18048287',
		format: WHOLE_ID,
		named: ({ scope: event, destination: address }) => `${String(event)} – ${String(address)}`,
	},
	filters: {
		is_active: flag('Active', 'Whether to give webhooks that are called or the others'),
		destination: text('Destination', ''),
		scope: text('Scope', '', { like: 'store/order/created' }),
	},
	required: { scope, destination },
	further: {
		is_active: flag('Active', 'Whether it is called'),
		headers: json('Headers (JSON)', 'Sent with each delivery, and never shown again', {
			name: 'headers',
			like: '{"X-Origin": "BigCommerce"}',
		}),
	},
	onlyNew: {},
	starts: { is_active: true },
} satisfies StoreRecord;
