import { parameterNames } from '../sandbox/bigcommerce/collection/parameters';
import type { CollectionTable } from '../sandbox/bigcommerce/collection/table';

/** Bodies for one table: of a new record, and of a change to it. */
export interface CollectionCase {
	create?: Record<string, unknown>;
	change?: Record<string, unknown>;
	/** id in the path of a resource that hangs on another */
	parentId?: number;
	/** a property that `include_fields` and `exclude_fields` may name */
	select?: string;
	/** properties that the description requires of a new record and the sandbox does not, each with the reason */
	optional?: Readonly<Record<string, string>>;
	/** values of filters that the description wants in another form than the answer has */
	filters?: Readonly<Record<string, string>>;
	/** of its events, below `store/` */
	scope?: string;
}

const ADDRESS = {
	first_name: 'Nora',
	last_name: 'New',
	address1: '1 Side Street',
	city: 'Austin',
	state_or_province: 'Texas',
	postal_code: '78701',
	country_code: 'US',
};

export const COLLECTION_CASES: Readonly<Record<string, CollectionCase>> = {
	customers: {
		create: {
			email: 'contract@example.com',
			first_name: 'Con',
			last_name: 'Tract',
			company: 'Example Ltd',
			customer_group_id: 1,
			addresses: [ADDRESS],
			attributes: [{ attribute_id: 1, attribute_value: 'requested' }],
			authentication: { force_password_reset: true },
			store_credit_amounts: [{ amount: 5 }],
			form_fields: [{ name: 'Employees', value: 3 }],
			origin_channel_id: 1,
			channel_ids: [1],
			trigger_account_created_notification: false,
		},
		change: { notes: 'seen', channel_ids: [1, 2], form_fields: [{ name: 'Interests', value: ['tea'] }] },
		scope: 'customer',
	},
	customerAddresses: {
		create: { ...ADDRESS, customer_id: 34, form_fields: [{ name: 'Shirt size', value: 'L' }] },
		change: { city: 'Dallas', address_type: 'commercial' },
		optional: {
			state_or_province: 'needed only where the country has them (reference 6.2)',
			postal_code: 'needed only where the country has them (reference 6.2)',
		},
		scope: 'customer/address',
	},
	customerAttributes: { create: { name: 'Joined', type: 'date' }, change: { name: 'Joined on' } },
	customerAttributeValues: { change: { attribute_id: 1, customer_id: 34, value: 'approved' } },
	customerGroups: {
		create: {
			name: 'Trade',
			is_default: false,
			is_group_for_guests: false,
			category_access: { type: 'specific', categories: [18] },
			discount_rules: [{ type: 'all', method: 'percent', amount: '5.0000' }],
		},
		change: { name: 'Trade and resale', category_access: { type: 'all' } },
	},
	brands: {
		create: { name: 'Contract Pottery', meta_keywords: ['clay'], custom_url: { url: '/pottery/' } },
		change: { name: 'Contract Pottery', page_title: 'Pots' },
		select: 'name',
	},
	promotions: {
		create: {
			redemption_type: 'AUTOMATIC',
			name: 'Contract',
			display_name: 'For the contract',
			channels: [{ id: 1 }],
			customer: { group_ids: [2], minimum_order_count: 1 },
			rules: [{ action: { cart_value: { discount: { percentage_amount: '5' } } }, apply_once: true }],
			max_uses: 10,
			status: 'DISABLED',
			start_date: '2027-01-01T00:00:00+00:00',
			end_date: '2027-02-01T00:00:00+00:00',
			stop: false,
			can_be_used_with_other_promotions: true,
			currency_code: 'USD',
		},
		change: { status: 'ENABLED', name: 'Contract of today' },
		filters: { redemption_type: 'coupon', channels: '1', code: 'WELCOME', query: 'welcome' },
	},
	couponCodes: {
		create: { code: 'CONTRACT-1', max_uses: 5, max_uses_per_customer: 1 },
		parentId: 60,
	},
	products: {
		create: {
			name: 'Contract Mug',
			type: 'physical',
			weight: 1,
			price: 10,
			sku: 'CON-MUG',
			categories: [18],
			is_visible: false,
			custom_fields: [{ name: 'Supplier', value: 'Example' }],
			images: [{ image_url: 'https://images.example.com/a.jpg', is_thumbnail: true }],
			bulk_pricing_rules: [{ quantity_min: 10, quantity_max: 0, type: 'percent', amount: 5 }],
			videos: [{ type: 'youtube', video_id: 'abc' }],
			custom_url: { url: '/contract-mug/', is_customized: true },
			inventory_tracking: 'product',
			inventory_level: 5,
		},
		change: { is_visible: true, availability: 'available', inventory_level: 7, price: 12.5 },
		scope: 'product',
		filters: {
			condition: 'new',
			is_featured: '1',
			is_free_shipping: '0',
			date_modified: '2026-01-05',
			date_last_imported: '2026-01-05',
			keyword_context: 'shopper',
		},
		select: 'name',
	},
	productBulkPricingRules: {
		create: { quantity_min: 50, quantity_max: 0, type: 'fixed', amount: 20 },
		change: { quantity_min: 60, quantity_max: 0, type: 'fixed', amount: 19 },
		select: 'type',
		parentId: 111,
	},
	productCustomFields: {
		create: { name: 'Origin', value: 'Portugal' },
		change: { name: 'Origin', value: 'Spain' },
		select: 'name',
		parentId: 111,
	},
	productImages: {
		create: { image_url: 'https://images.example.com/b.jpg', description: 'Side' },
		change: { description: 'Back', sort_order: 2 },
		select: 'description',
		parentId: 111,
	},
	productVariants: {
		create: {
			sku: 'MUG-BLU',
			option_values: [{ option_display_name: 'Colour', label: 'Blue' }],
			price: 26,
			image_url: 'https://images.example.com/blue.jpg',
		},
		change: { sku: 'MUG-BLUE', mpn: 'B-1', purchasing_disabled: true },
		select: 'sku',
		parentId: 111,
	},
	variants: {
		change: { price: 23, inventory_level: 7, purchasing_disabled_message: 'Soon' },
		select: 'sku',
		filters: { upc: '123' },
	},
	priceLists: {
		create: { name: 'Contract 2027', active: false },
		change: { name: 'Contract 2027', active: true },
	},
	categories: {
		create: { name: 'Contract', parent_id: 18, tree_id: 1 },
		select: 'name',
		filters: { category_uuid: '00000000-0000-4000-8000-000000000018', category_id: '18' },
	},
	categoryTrees: { filters: { channel_id: '1' } },
	channels: {
		create: { name: 'eBay', platform: 'ebay', type: 'marketplace', status: 'connected' },
		change: { status: 'disconnected' },
		filters: { available: 'true' },
	},
	priceAssignments: {},
	priceRecords: { parentId: 3 },
	locations: {
		filters: {
			is_default: 'true',
			is_active: 'true',
			location_id: '1',
			location_code: 'AUSTIN-1',
			type_id: 'PHYSICAL',
		},
	},
	productVideos: {
		create: { title: 'Tour', video_id: 'def' },
		change: { title: 'Tour of the kiln' },
		select: 'description',
		parentId: 111,
	},
};

const FIXED: Readonly<Record<string, string>> = {
	page: '1',
	limit: '10',
	direction: 'desc',
	keyword: 'coffee',
	inventory_low: '1',
	out_of_stock: '1',
	'name:in': 'Ada Example,Carl Buyer',
	'name:like': 'e',
};

const SELECTIONS = new Set(['include_fields', 'exclude_fields']);

const isList = (parameter: string) => /:(in|not_in)$/.test(parameter);

/** A value as the text of a filter. */
const textOf = (value: unknown): string => {
	if (Array.isArray(value)) return String(value[0] ?? 1);
	return value === undefined || value === null || value === '' ? '1' : String(value);
};

/** Every parameter of a table's list with a value that fits it, taken from a record where there is one. */
export function filterExamples(
	table: CollectionTable,
	seeded: Record<string, unknown>,
): Array<[string, string]> {
	const leftToOthers = ['before', 'after', 'include', 'sort'];
	const plain = parameterNames(table)
		.filter((parameter) => !leftToOthers.includes(parameter))
		.map((parameter): [string, string] => {
			const [field] = parameter.split(':');
			const { filters, select = '' } = COLLECTION_CASES[table.name];
			const fixed = filters?.[parameter] ?? filters?.[field] ?? FIXED[parameter];
			if (fixed !== undefined) return [parameter, fixed];
			if (SELECTIONS.has(parameter)) return [parameter, select];
			if (field.startsWith('date_')) return [parameter, '2026-01-05T09:00:00Z'];
			const text = textOf(seeded[field]);
			return [parameter, isList(parameter) ? `${text},${text}` : text];
		});
	const sorts = (table.sort?.by ?? []).map((field): [string, string] => [
		'sort',
		table.sort?.style === 'suffix' ? `${field}:desc` : field,
	]);
	const includes = (table.includes ?? []).map((word): [string, string] => ['include', word]);
	return [...plain, ...sorts, ...includes];
}
