import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, mapped, NOBODY, type Cases } from '../../support/operationCase';
import { NO_PRODUCT, withProduct } from './product';
import { idIn, NODE } from './support';

const skuOf = (nth: number) => `KTL-RED-${nth}`;

const content = (nth: number, price = 42) =>
	mapped({
		sku: skuOf(nth),
		option_values: '[{"option_display_name": "Colour", "label": "Red"}]',
		price,
	});

const withVariant = async (world: World, nth: number): Promise<INodeParameters> => {
	const product = await withProduct(world, nth);
	const made = { resource: 'productVariant', operation: 'create', ...product, ...content(nth) };
	const { id } = await world.must(NODE, made);
	return { ...product, variantId: byId(Number(id)) };
};

const NO_VARIANT = {
	wrong: { variantId: byId(NOBODY) },
	refusal: /^BigCommerce knows no variant \d+ in this store$/,
};

const bySku = (value: string) => ({ variantId: { __rl: true, mode: 'sku', value } });

export const cases: Cases = {
	create: {
		prepare: async (world, nth) => ({ ...(await withProduct(world, nth)), ...content(nth) }),
		...NO_PRODUCT,
		gives: () => ({ price: 42, option_values: [{ option_display_name: 'Colour', label: 'Red' }] }),
	},
	delete: {
		prepare: withVariant,
		...NO_VARIANT,
		gives: ({ variantId }) => ({ id: idIn(variantId), deleted: true }),
	},
	get: {
		prepare: async (world, nth) => {
			await withVariant(world, nth);
			return bySku(skuOf(nth));
		},
		wrong: bySku('NO-SUCH'),
		refusal: /^The store has no variant with this SKU$/,
		gives: () => ({ price: 42 }),
	},
	getAll: {
		prepare: async (world, nth) => ({
			...ALL,
			filters: { productIds: String(idIn((await withVariant(world, nth)).productId)), sku: skuOf(nth) },
		}),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ price: 42, calculated_price: 42 }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withVariant(world, nth)),
			...mapped({ price: 39.5, inventory_level: 4 }),
		}),
		wrong: { variantId: byId(NOBODY) },
		refusal: /^BigCommerce found the values for variant \d+ missing or not valid$/,
		gives: ({ variantId }) => ({ id: idIn(variantId), price: 39.5, inventory_level: 4 }),
	},
	upsert: {
		prepare: async (world, nth) => ({ ...(await withVariant(world, nth)), ...content(nth, 38) }),
		wrong: mapped({ price: 1 }),
		refusal: /^SKU is empty$/,
		gives: () => ({ created: false, price: 38 }),
	},
};
