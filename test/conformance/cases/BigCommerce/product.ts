import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, mapped, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE } from './support';

const goods = (nth: number) => ({ name: `Kettle ${nth}`, type: 'physical', weight: 1.2, sku: `KTL-${nth}` });

/** A product of the store. @param nth tells it from the others */
export const withProduct = async (world: World, nth: number): Promise<INodeParameters> => {
	const made = { resource: 'product', operation: 'create', ...mapped({ ...goods(nth), price: 39.9 }) };
	const { id } = await world.must(NODE, made);
	return { productId: byId(Number(id)) };
};

/** What the store says of a product that it does not have, and of what would hang on it. */
export const NO_PRODUCT = {
	wrong: { productId: byId(NOBODY) },
	refusal: /^BigCommerce knows no .*product \d+ in this store$/,
};

const NO_PRICE = {
	wrong: mapped({ ...goods(9), price: 'cheap' }),
	refusal: /^Price must be a number of at least 0, but it is "cheap"$/,
};

const same = ({ productId }: INodeParameters) => ({ id: idIn(productId) });

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) =>
			await Promise.resolve(mapped({ ...goods(nth), price: 39.9, categories: '[18]', is_visible: false })),
		...NO_PRICE,
		gives: () => ({ price: 39.9, categories: [18], is_visible: false }),
	},
	delete: { prepare: withProduct, ...NO_PRODUCT, gives: (entered) => ({ ...same(entered), deleted: true }) },
	get: {
		prepare: async (world, nth) => {
			await withProduct(world, nth);
			return {
				productId: { __rl: true, mode: 'sku', value: goods(nth).sku },
				simplify: false,
				include: ['images'],
			};
		},
		wrong: { productId: { __rl: true, mode: 'sku', value: 'NO-SUCH' } },
		refusal: /^The store has no product with this SKU$/,
		gives: () => ({ price: 39.9, images: [] }),
	},
	getAll: {
		prepare: async (world, nth) => ({
			...ALL,
			filters: { ids: String(idIn((await withProduct(world, nth)).productId)), isFeatured: false },
		}),
		wrong: MANY,
		refusal: NO_LIMIT,
		beyond: {
			says: /date_(last_imported(:\w+)?|modified): must match format/,
			source: 'products_catalog.v3: its words show a time where its format says a date',
		},
		gives: () => ({ price: 39.9 }),
	},
	publish: {
		prepare: async (world, nth) => ({
			...(await withProduct(world, nth)),
			...mapped({ description: '<p>Approved</p>', price: 35 }),
		}),
		...NO_PRODUCT,
		gives: (entered) => ({
			...same(entered),
			is_visible: true,
			availability: 'available',
			description: '<p>Approved</p>',
			changed: true,
			before: { price: 39.9 },
		}),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withProduct(world, nth)),
			...mapped({ price: 35, is_visible: true }),
		}),
		...NO_PRODUCT,
		gives: (entered) => ({ ...same(entered), price: 35, is_visible: true }),
	},
	upsert: {
		prepare: async (world, nth) => {
			await withProduct(world, nth);
			return mapped({ ...goods(nth), price: 35 });
		},
		...NO_PRICE,
		gives: () => ({ created: false, price: 35 }),
	},
	withdraw: {
		prepare: withProduct,
		...NO_PRODUCT,
		gives: (entered) => ({ ...same(entered), is_visible: false, availability: 'disabled', changed: true }),
	},
};
