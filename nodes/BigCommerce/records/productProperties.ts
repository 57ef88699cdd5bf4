import * as is from '../../shared/shape';

const texts = (names: readonly string[]): is.Properties =>
	Object.fromEntries(names.map((name) => [name, is.text]));

const CUSTOM_URL = is.object({ url: is.text, is_customized: is.flag });

/** A custom field (BigCommerce reference 7.2). */
export const CUSTOM_FIELD: is.Properties = { id: is.whole, name: is.text, value: is.text };

/** An image (reference 7.2). */
export const IMAGE: is.Properties = {
	id: is.whole,
	product_id: is.whole,
	image_file: is.text,
	image_url: is.text,
	is_thumbnail: is.flag,
	sort_order: is.whole,
	description: is.text,
	...texts(['url_zoom', 'url_standard', 'url_thumbnail', 'url_tiny']),
	date_modified: is.text,
};

/** A bulk pricing rule (reference 7.2). */
export const BULK_PRICING_RULE: is.Properties = {
	id: is.whole,
	quantity_min: is.whole,
	quantity_max: is.whole,
	type: is.text,
	amount: { type: ['number', 'string'] },
};

/** A video (reference 7.2). */
export const VIDEO: is.Properties = {
	id: is.whole,
	product_id: is.whole,
	title: is.text,
	description: is.text,
	sort_order: is.whole,
	type: is.text,
	video_id: is.text,
	length: is.text,
};

const OPTION_VALUE = is.object({
	id: is.whole,
	option_id: is.whole,
	option_display_name: is.text,
	label: is.text,
});

/** A variant; without a price or measure of its own, the product's counts (reference 7.3). */
export const VARIANT: is.Properties = {
	id: is.whole,
	product_id: is.whole,
	sku: is.text,
	sku_id: is.orNull(is.whole),
	price: is.orNull(is.amount),
	calculated_price: is.amount,
	cost_price: is.orNull(is.amount),
	sale_price: is.orNull(is.amount),
	retail_price: is.orNull(is.amount),
	weight: is.orNull(is.amount),
	calculated_weight: is.orNull(is.amount),
	width: is.orNull(is.amount),
	height: is.orNull(is.amount),
	depth: is.orNull(is.amount),
	is_free_shipping: is.flag,
	fixed_cost_shipping_price: is.orNull(is.amount),
	purchasing_disabled: is.flag,
	purchasing_disabled_message: is.text,
	inventory_level: is.orNull(is.whole),
	inventory_warning_level: is.orNull(is.whole),
	bin_picking_number: is.orNull(is.text),
	upc: is.orNull(is.text),
	mpn: is.orNull(is.text),
	gtin: is.orNull(is.text),
	image_url: is.text,
	option_values: is.list(OPTION_VALUE),
};

/** What comes only when it is asked for. */
const INCLUDED: is.Properties = {
	bulk_pricing_rules: is.list(is.object(BULK_PRICING_RULE)),
	channels: is.list(is.whole),
	custom_fields: is.list(is.object(CUSTOM_FIELD)),
	images: is.list(is.object(IMAGE)),
	primary_image: is.orNull(is.object(IMAGE)),
	modifiers: is.list(is.object()),
	options: is.list(is.object()),
	parent_relations: is.list(is.object()),
	reviews: is.list(is.object()),
	variants: is.list(is.object(VARIANT)),
	videos: is.list(is.object(VIDEO)),
};

/** A product as V3 gives it (reference 7.1). */
export const PRODUCT: is.Properties = {
	id: is.whole,
	...texts(['name', 'type', 'sku', 'description']),
	weight: is.amount,
	width: is.amount,
	depth: is.amount,
	height: is.amount,
	price: is.amount,
	cost_price: is.amount,
	retail_price: is.amount,
	sale_price: is.amount,
	map_price: is.amount,
	calculated_price: is.amount,
	tax_class_id: is.whole,
	product_tax_code: is.text,
	categories: is.list(is.whole),
	brand_id: is.orNull(is.whole),
	option_set_id: is.orNull(is.whole),
	option_set_display: is.text,
	inventory_level: is.whole,
	inventory_warning_level: is.whole,
	inventory_tracking: is.text,
	reviews_rating_sum: is.whole,
	reviews_count: is.whole,
	total_sold: is.whole,
	fixed_cost_shipping_price: is.amount,
	is_free_shipping: is.flag,
	is_visible: is.flag,
	is_featured: is.flag,
	related_products: is.list(is.whole),
	...texts(['warranty', 'bin_picking_number', 'layout_file', 'upc', 'mpn', 'gtin']),
	date_last_imported: is.orNull(is.text),
	...texts(['search_keywords', 'availability', 'availability_description']),
	gift_wrapping_options_type: is.text,
	gift_wrapping_options_list: is.list(is.whole),
	sort_order: is.whole,
	condition: is.text,
	is_condition_shown: is.flag,
	order_quantity_minimum: is.whole,
	order_quantity_maximum: is.whole,
	page_title: is.text,
	meta_keywords: is.list(is.text),
	meta_description: is.text,
	date_created: is.text,
	date_modified: is.text,
	view_count: is.whole,
	preorder_release_date: is.orNull(is.text),
	preorder_message: is.text,
	is_preorder_only: is.flag,
	is_price_hidden: is.flag,
	price_hidden_label: is.text,
	custom_url: is.orNull(CUSTOM_URL),
	base_variant_id: is.orNull(is.whole),
	...texts(['open_graph_type', 'open_graph_title', 'open_graph_description']),
	open_graph_use_meta_description: is.flag,
	open_graph_use_product_name: is.flag,
	open_graph_use_image: is.flag,
	...INCLUDED,
};
