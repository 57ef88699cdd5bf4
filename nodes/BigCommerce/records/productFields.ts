import {
	amount,
	choice,
	flag,
	json,
	list,
	text,
	time,
	whole,
	type Field,
	type Fields,
} from '../../shared/record/field';

/** The resource mapper shows the name of a field and nothing else, so that the name says what is not plain. */
const NONE = '';

const LARGE_TEXT = 65_535;

const QUANTITY = { least: 0, most: 1_000_000_000 };

const STOCK = { least: 0, most: 2_147_483_647 };

const REVIEWS = { least: 0 };

/** At most so many characters. */
const upTo = (most: number) => (name: string) => text(name, NONE, { most });

const words = (name: string) => text(name, NONE);

const yesNo = (name: string) => flag(name, NONE);

/** A price or a measure: the store keeps as many decimals as it was given. */
const measure = (name: string) => amount(name, NONE, { least: 0, typeOptions: { numberPrecision: 4 } });

const count = (name: string, range: { least: number; most?: number }) => whole(name, NONE, range);

const rows = (name: string) => list(name, NONE);

const shown = (value: string) => value.charAt(0).toUpperCase() + value.slice(1).replace('_', ' ');

const oneOf = (name: string, values: readonly string[]): Field =>
	choice(
		name,
		NONE,
		values.map((value) => ({ name: shown(value), value })),
	);

/** What a new product must have (BigCommerce reference 7.1). */
export const REQUIRED = {
	name: upTo(250)('Name'),
	type: oneOf('Type', ['physical', 'digital']),
	price: measure('Price'),
	weight: measure('Weight'),
} satisfies Fields;

const IDENTITY = {
	sku: upTo(255)('SKU'),
	gtin: upTo(14)('GTIN'),
	mpn: words('MPN'),
	upc: upTo(14)('UPC'),
};

const CONTENT = {
	description: words('Description (HTML)'),
	availability_description: upTo(255)('Availability Text'),
	layout_file: upTo(500)('Layout File of the Theme'),
	meta_description: upTo(LARGE_TEXT)('Meta Description'),
	meta_keywords: rows('Meta Keywords (List)'),
	open_graph_description: words('Open Graph Description'),
	open_graph_title: words('Open Graph Title'),
	open_graph_type: oneOf('Open Graph Type', [
		...['product', 'album', 'book', 'drink', 'food', 'game', 'movie', 'song', 'tv_show'],
	]),
	open_graph_use_image: yesNo('Open Graph: Use Image'),
	open_graph_use_meta_description: yesNo('Open Graph: Use Meta Description'),
	open_graph_use_product_name: yesNo('Open Graph: Use Product Name'),
	page_title: upTo(255)('Page Title'),
	search_keywords: upTo(LARGE_TEXT)('Search Keywords'),
	warranty: upTo(LARGE_TEXT)('Warranty (HTML)'),
};

const PUBLICATION = {
	availability: oneOf('Availability', ['available', 'disabled', 'preorder']),
	condition: oneOf('Condition', ['New', 'Used', 'Refurbished']),
	custom_url: json('Custom URL, Like {"url": "/mug/", "is_customized": true}', NONE),
	is_condition_shown: yesNo('Show Condition'),
	is_featured: yesNo('Featured'),
	is_preorder_only: yesNo('Pre-Order Only'),
	is_visible: yesNo('Visible in the Store'),
	preorder_message: upTo(255)('Pre-Order Message'),
	preorder_release_date: time('Pre-Order Release Date', NONE),
	sort_order: whole('Sort Order', NONE),
};

const PRICES = {
	bulk_pricing_rules: rows('Bulk Pricing Rules (List)'),
	cost_price: measure('Cost Price'),
	is_price_hidden: yesNo('Hide Price (Only While Availability Is Disabled)'),
	map_price: measure('MAP Price'),
	price_hidden_label: upTo(200)('Label in Place of a Hidden Price'),
	product_tax_code: upTo(255)('Product Tax Code'),
	retail_price: measure('Retail Price'),
	sale_price: measure('Sale Price (0 for None)'),
	tax_class_id: count('Tax Class ID', { least: 0, most: 255 }),
};

const GOODS = {
	bin_picking_number: upTo(255)('Bin Picking Number'),
	depth: measure('Depth'),
	fixed_cost_shipping_price: measure('Fixed Shipping Price'),
	height: measure('Height'),
	inventory_level: count('Inventory Level', STOCK),
	inventory_tracking: oneOf('Inventory Tracking', ['none', 'product', 'variant']),
	inventory_warning_level: count('Inventory Warning Level', STOCK),
	is_free_shipping: yesNo('Free Shipping'),
	order_quantity_maximum: count('Order Quantity Maximum (0 for Any)', QUANTITY),
	order_quantity_minimum: count('Order Quantity Minimum', QUANTITY),
	width: measure('Width'),
};

const RELATIONS = {
	brand_id: count('Brand ID (0 for None)', QUANTITY),
	brand_name: words('Brand Name (Created If New)'),
	categories: rows('Categories (List of All IDs)'),
	custom_fields: rows('Custom Fields (List of Name and Value)'),
	gift_wrapping_options_list: rows('Gift Wrapping IDs (List)'),
	gift_wrapping_options_type: oneOf('Gift Wrapping', ['any', 'none', 'list']),
	images: rows('Images (List of image_url)'),
	related_products: rows('Related Products (List of IDs)'),
	videos: rows('Videos (List of video_id)'),
};

const COUNTS = {
	date_last_imported: words('Date Last Imported'),
	reviews_count: count('Reviews Count', REVIEWS),
	reviews_rating_sum: count('Reviews Rating Sum', REVIEWS),
	total_sold: count('Total Sold', REVIEWS),
	view_count: count('View Count', QUANTITY),
};

/** What else can be set of a product (reference 7.1, in its groups). */
export const FURTHER: Fields = {
	...IDENTITY,
	...CONTENT,
	...PUBLICATION,
	...PRICES,
	...GOODS,
	...RELATIONS,
	...COUNTS,
};

/** What a change takes empty (`product_Put`: texts whose least length is 0 or not stated, and a time that may be null); a sale price or brand is taken away by 0. */
export const CLEARABLE = [
	...Object.keys(IDENTITY),
	...(['description', 'availability_description', 'layout_file', 'meta_description'] as const),
	...(['open_graph_description', 'open_graph_title', 'page_title', 'search_keywords'] as const),
	...(['warranty', 'preorder_message', 'preorder_release_date', 'price_hidden_label'] as const),
	...(['product_tax_code', 'bin_picking_number'] as const),
];

/** Variants have calls of their own once the product is there (reference 7.1, 7.3). */
export const ONLY_NEW = { variants: rows('Variants (List)') } satisfies Fields;
