import { z } from 'zod';

import {
	children,
	choice,
	created,
	flag,
	integer,
	list,
	modified,
	number,
	readOnly,
	shape,
	text,
	time,
} from '../collection/field';
import type { Field } from '../collection/field';
import type { StoredRecord } from '../collection/record';
import { primaryImage } from './images';

const LARGE_TEXT = 65_535;
const STOCK = { min: 0, max: 2_147_483_647 };
const QUANTITY = { min: 0, max: 1_000_000_000 };
const SIZE = { min: 0, max: 9_999_999_999 };
const POSITIVE = { min: 0 };

const OPEN_GRAPH_TYPES = [
	...(['product', 'album', 'book', 'drink', 'food'] as const),
	...(['game', 'movie', 'song', 'tv_show'] as const),
] as const;

const ids = (max = Infinity) => list(z.number().int(), { max });

const customUrl = z
	.object({ url: z.string().min(1).max(255), is_customized: z.boolean(), create_redirect: z.boolean() })
	.partial()
	.strict()
	.nullable();

/** Made of the name until somebody writes one. */
const urlOf = ({ values }: StoredRecord) =>
	values.custom_url ?? {
		url: `/${String(values.name)
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')}/`,
		is_customized: false,
	};

/** The sandbox's products have no options: what depends on them is there, and empty. */
const noneOf = (include: string) => readOnly('other', { include, read: () => [] });

const IDENTITY = {
	name: text({ min: 1, max: 250, required: true }),
	type: choice(['physical', 'digital'], { required: true }),
	sku: text({ max: 255 }),
	upc: text({ max: 14 }),
	gtin: text({ max: 14 }),
	mpn: text(),
	base_variant_id: readOnly('number', { read: ({ id, values }) => values.base_variant_id || 1000 + id }),
	option_set_id: readOnly('number'),
	option_set_display: readOnly('text'),
};

const CONTENT = {
	description: text(),
	warranty: text({ max: LARGE_TEXT }),
	search_keywords: text({ max: LARGE_TEXT }),
	page_title: text({ max: 255 }),
	meta_keywords: list(z.string()),
	meta_description: text({ max: LARGE_TEXT }),
	availability_description: text({ max: 255 }),
	open_graph_type: choice(OPEN_GRAPH_TYPES),
	open_graph_title: text(),
	open_graph_description: text(),
	open_graph_use_meta_description: flag({ initial: true }),
	open_graph_use_product_name: flag({ initial: true }),
	open_graph_use_image: flag({ initial: true }),
	layout_file: text({ max: 500 }),
};

const PUBLICATION = {
	// The vendor does not say what a product is that was made without it (reference 7.1): visible is what hurts.
	is_visible: flag({ initial: true }),
	is_featured: flag(),
	availability: choice(['available', 'disabled', 'preorder']),
	preorder_release_date: time(),
	preorder_message: text({ max: 255 }),
	is_preorder_only: flag(),
	sort_order: integer(),
	custom_url: shape(customUrl, null, { read: urlOf }),
	condition: choice(['New', 'Used', 'Refurbished']),
	is_condition_shown: flag(),
	channels: readOnly('other', { include: 'channels', initial: [1] }),
};

const PRICES = {
	price: number({ ...POSITIVE, required: true }),
	cost_price: number(POSITIVE),
	retail_price: number(POSITIVE),
	sale_price: number(POSITIVE),
	map_price: number(),
	calculated_price: readOnly('number', { read: ({ values }) => values.sale_price || values.price }),
	tax_class_id: number({ min: 0, max: 255 }),
	product_tax_code: text({ max: 255 }),
	is_price_hidden: flag(),
	price_hidden_label: text({ max: 200 }),
	bulk_pricing_rules: children('productBulkPricingRules', 'bulk_pricing_rules'),
};

const GOODS = {
	weight: number({ ...SIZE, required: true }),
	width: number(SIZE),
	depth: number(SIZE),
	height: number(SIZE),
	fixed_cost_shipping_price: number(POSITIVE),
	is_free_shipping: flag(),
	bin_picking_number: text({ max: 255 }),
	inventory_tracking: choice(['none', 'product', 'variant']),
	inventory_level: integer(STOCK),
	inventory_warning_level: integer(STOCK),
	order_quantity_minimum: integer(QUANTITY),
	order_quantity_maximum: integer(QUANTITY),
};

const RELATIONS = {
	categories: ids(1000),
	brand_id: integer(QUANTITY),
	related_products: ids(),
	gift_wrapping_options_type: choice(['any', 'none', 'list']),
	gift_wrapping_options_list: ids(),
	custom_fields: children('productCustomFields', 'custom_fields', { max: 200 }),
	images: children('productImages', 'images', { max: 1000 }),
	primary_image: readOnly('other', { include: 'primary_image', read: primaryImage }),
	videos: children('productVideos', 'videos'),
	options: noneOf('options'),
	modifiers: noneOf('modifiers'),
	parent_relations: noneOf('parent_relations'),
};

const HISTORY = {
	view_count: integer(QUANTITY),
	date_last_imported: { ...text(), kind: 'time' as const },
	reviews_rating_sum: integer(),
	reviews_count: integer(),
	total_sold: integer(),
	date_created: created(),
	date_modified: modified(),
};

/** Every property of a product: BigCommerce reference 7.1, in its groups. */
export const PRODUCT_FIELDS: Readonly<Record<string, Field>> = {
	...IDENTITY,
	...CONTENT,
	...PUBLICATION,
	...PRICES,
	...GOODS,
	...RELATIONS,
	...HISTORY,
};

/** Fields whose change is announced by no event (reference 12.3). */
export const QUIET_FIELDS: ReadonlySet<string> = new Set([
	...['gtin', 'mpn', 'map_price', 'product_tax_code', 'custom_url', 'bin_picking_number', 'meta_keywords'],
	...['gift_wrapping_options_type', 'gift_wrapping_options_list', 'view_count', 'date_last_imported'],
	...['reviews_rating_sum', 'channels'],
]);
