import type { Seeds } from '../collection/seed';

const STOCKED = { inventory_tracking: 'product', inventory_level: 120, inventory_warning_level: 10 };

const SIZES = { width: 9, height: 10, depth: 9 };

/** Categories that the products are in, and one that nothing is in until a test puts it there. Products 111 to 113 are what the orders of the scenarios have in their lines; 114 waits for its publication. */
export const CATALOG_SEEDS: Seeds = {
	categories: ['Coffee', 'Stoneware', 'Lighting', 'Regulated'].map((name, index) => ({
		id: [18, 21, 23, 24][index],
		values: { name, tree_id: 1, sort_order: index },
	})),
	categoryTrees: [{ id: 1, values: { name: 'Default catalog', channels: [1] } }],
	brands: [{ id: 35, values: { name: 'Example Pottery' } }],
	products: [
		{
			id: 111,
			values: {
				...STOCKED,
				name: 'Coffee Mug',
				type: 'physical',
				sku: 'MUG-GRY',
				description: '<p>Stoneware, grey.</p>',
				weight: 0.4,
				price: 24.5,
				cost_price: 9,
				categories: [18, 21],
				brand_id: 35,
				base_variant_id: 77,
				is_featured: true,
			},
		},
		{
			id: 112,
			values: {
				...STOCKED,
				name: 'Espresso Machine',
				type: 'physical',
				sku: 'ESP-PRO',
				weight: 21,
				price: 1250,
				cost_price: 780,
				inventory_level: 6,
				categories: [18],
				brand_id: 35,
				base_variant_id: 78,
				warranty: '24 months',
			},
		},
		{
			id: 113,
			values: {
				...STOCKED,
				name: 'Grinder & Scale Set',
				type: 'physical',
				sku: 'GRD-SET',
				weight: 5.2,
				price: 450,
				sale_price: 420,
				inventory_level: 0,
				categories: [18],
				base_variant_id: 79,
			},
		},
		{
			id: 114,
			values: {
				name: 'Barista Course',
				type: 'digital',
				sku: 'CRS-BAR',
				weight: 0,
				price: 89,
				is_visible: false,
				availability: 'disabled',
				base_variant_id: 80,
			},
		},
	],
	variants: [
		{
			id: 77,
			parentId: 111,
			values: {
				...SIZES,
				sku: 'MUG-GRY',
				price: 24.5,
				cost_price: 9,
				sale_price: 0,
				retail_price: 29,
				weight: 0.4,
				fixed_cost_shipping_price: 0,
				inventory_level: 120,
			},
		},
		{ id: 78, parentId: 112, values: { sku: 'ESP-PRO', inventory_level: 6 } },
		{ id: 79, parentId: 113, values: { sku: 'GRD-SET' } },
		{ id: 80, parentId: 114, values: { sku: 'CRS-BAR' } },
	],
	productCustomFields: [{ id: 1, parentId: 111, values: { name: 'Supplier', value: 'Example Pottery' } }],
	productImages: [
		{
			id: 1,
			parentId: 111,
			values: { image_url: 'https://images.example.com/mug.jpg', is_thumbnail: true, description: 'Mug' },
		},
	],
	productBulkPricingRules: [
		{ id: 1, parentId: 111, values: { quantity_min: 10, quantity_max: 49, type: 'price', amount: 2 } },
	],
	productVideos: [{ id: 1, parentId: 111, values: { title: 'How it is made', video_id: 'z3fRu9pkuXE' } }],
};
