import { z } from 'zod';

import { flag, integer, list, number, readOnly, text } from '../collection/field';
import type { Options } from '../collection/field';
import type { StoredRecord, Surroundings } from '../collection/record';
import { defineCollection } from '../collection/table';
import { ApiError } from '../errors';

const STOCK = { max: 2_147_483_647 };

/** Nothing where the product's own counts (BigCommerce reference 7.3); the list of all variants then leaves it out. */
const own = (name: string, options: Options = {}) =>
	number({ min: 0, initial: null, read: ({ values }) => values[name] ?? undefined, ...options });

const ownText = (name: string, max?: number) => text({ max, read: ({ values }) => values[name] ?? '' });

const productOf = ({ parentId }: StoredRecord, around: Surroundings) =>
	around.records('products').find(({ id }) => id === parentId)?.values;

/** What a shopper pays: the variant's own price, or the product's. */
const calculated = (record: StoredRecord, around: Surroundings): number => {
	const { sale_price: sale, price } = record.values;
	const product = productOf(record, around);
	return Number(sale || price || product?.sale_price || product?.price || 0);
};

const COMMON = {
	cost_price: own('cost_price'),
	price: own('price'),
	sale_price: own('sale_price'),
	retail_price: own('retail_price'),
	weight: own('weight'),
	width: own('width'),
	height: own('height'),
	depth: own('depth'),
	is_free_shipping: flag(),
	fixed_cost_shipping_price: own('fixed_cost_shipping_price'),
	purchasing_disabled: flag(),
	purchasing_disabled_message: text({ max: 255 }),
	upc: text({ max: 14 }),
	inventory_level: integer(STOCK),
	inventory_warning_level: integer(STOCK),
	bin_picking_number: text({ max: 255 }),
	product_id: integer({ write: 'ignored', read: ({ parentId }) => parentId }),
	sku_id: readOnly('number', { read: ({ id }) => 5000 + id }),
	calculated_price: readOnly('number', { read: calculated }),
};

const optionValue = z
	.object({
		id: z.number().int(),
		option_id: z.number().int(),
		label: z.string().min(1).max(255),
		option_display_name: z.string().min(1).max(255),
	})
	.partial()
	.strict();

const BELOW_PRODUCTS = {
	version: 'v3',
	scope: 'store_v2_products',
	parent: { collection: 'products' },
	selects: true,
	paging: 'number',
} as const;

/** Variants of all products, fifty of them in one change (BigCommerce reference 7.3). */
export const variants = defineCollection({
	...BELOW_PRODUCTS,
	name: 'variants',
	path: '/catalog/variants',
	mostPerCall: 50,
	unknownInBatch: 422,
	batchErrors: (plain) => [plain],
	fields: { ...COMMON, sku: readOnly('text'), option_values: list(optionValue, { write: 'never' }) },
	filters: { id: ['equals'], sku: ['equals'], upc: ['equals'], product_id: ['in'] },
	calls: { list: true, update: ['many'] },
});

/** The same variants below their product, where one is made and removed. */
export const productVariants = defineCollection({
	...BELOW_PRODUCTS,
	name: 'productVariants',
	keptIn: 'variants',
	path: '/catalog/products/:parentId/variants',
	fields: {
		...COMMON,
		sku: text({ min: 1, max: 255, required: true }),
		option_values: list(optionValue, { required: true, write: 'create' }),
		image_url: ownText('image_url'),
		mpn: ownText('mpn'),
		gtin: ownText('gtin', 14),
		calculated_weight: readOnly('number', {
			read: (record, around) => Number(record.values.weight ?? productOf(record, around)?.weight ?? 0),
		}),
	},
	unique: [{ by: ['sku'], clash: () => new ApiError(409, 'The SKU is a duplicate', {}) }],
	calls: { list: true, get: true, create: 'one', update: ['one'], remove: { one: 204 } },
});
