import pick from 'lodash/pick';
import { choice, text, time, type Fields } from '../../shared/record/field';
import type { ListTable } from '../../shared/record/listing';
import { WHOLE_ID } from '../../shared/record/locator';
import { metafield } from '../transport/metafield';
import { ID_FILTERS } from './idFilters';
import type { StoreLocator } from './storeRecord';

/** What every list takes but those of brands and carts, which take `key` and `namespace` alone. */
const FILTERS = {
	'date_created:min': time('Created After', ''),
	'date_created:max': time('Created Before', ''),
	key: text('Key', ''),
	'key:in': text('Key Is One Of', 'Separated by commas', {
		like: 'approval,reason',
	}),
	'date_modified:min': time('Modified After', ''),
	'date_modified:max': time('Modified Before', ''),
	namespace: text('Namespace', ''),
	'namespace:in': text('Namespace Is One Of', 'Separated by commas', {
		like: 'returns,credit',
	}),
} satisfies Fields;

const NAMES = pick(FILTERS, ['key', 'namespace']);

/** Lists that take others, as their descriptions have it: `orders.v3`, `channels.v3`, `categories_catalog.v3`, `brands_catalog.v3`, `carts.v3`. */
export const OTHER_FILTERS = {
	names: NAMES,
	namesAndIds: { ...NAMES, ...ID_FILTERS },
	ids: { ...FILTERS, ...ID_FILTERS },
	times: { ...FILTERS, date_created: time('Created At', ''), date_modified: time('Modified At', '') },
} satisfies Record<string, Fields>;

/** BigCommerce reference 5.2 and 5.3. */
export const metafields = {
	words: 'metafields',
	...metafield,
	simple: [
		...(['id', 'resource_type', 'resource_id', 'namespace', 'key', 'value'] as const),
		...(['description', 'permission_set', 'date_created', 'date_modified'] as const),
	],
	filters: FILTERS,
} satisfies ListTable;

/** What names a metafield, and what it holds; lengths from reference 2.9. */
export const CONTENT = {
	namespace: text('Namespace', 'Keeps the keys of different purposes apart, up to 64 characters', {
		like: 'returns',
		required: true,
		most: 64,
	}),
	key: text('Key', 'Name of the metafield, unique in its namespace, up to 64 characters', {
		like: 'approval',
		required: true,
		most: 64,
	}),
	value: text('Value', 'Text of up to 65,535 characters; write JSON as text', {
		typeOptions: { rows: 3 },
		required: true,
		most: 65_535,
	}),
} satisfies Fields;

/** What most users leave alone. */
export const FURTHER = {
	description: text('Description', 'What the metafield is for, up to 255 characters', { most: 255 }),
	permission_set: choice(
		'Permission Set',
		'Who else may read or change the metafield',
		[
			{ name: 'App Only', value: 'app_only', description: 'Only this API account may read and change it' },
			{ name: 'Read', value: 'read', description: 'Other API accounts may read it' },
			{
				name: 'Read and Storefront',
				value: 'read_and_sf_access',
				description: 'Others may read it, and so may shoppers',
			},
			{ name: 'Write', value: 'write', description: 'Other API accounts may read and change it' },
			{
				name: 'Write and Storefront',
				value: 'write_and_sf_access',
				description: 'Others may change it, and shoppers may read it',
			},
		],
		{ default: 'read' },
	),
} satisfies Fields;

export const METAFIELD_LOCATOR: StoreLocator<typeof metafield.properties> = {
	name: 'metafieldId',
	label: 'Metafield',
	description: 'The metafield to work on',
	search: 'searchMetafields',
	like: '12',
	format: WHOLE_ID,
	named: ({ namespace, key }) => `${namespace}: ${key}`,
};
