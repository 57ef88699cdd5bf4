import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE, valueIn } from './support';

const named = (nth: number) => ({ name: `Wholesale ${nth}` });

/** A price list of the store. @param nth tells it from the others */
export const withPriceList = async (world: World, nth: number): Promise<INodeParameters> => {
	const { id } = await world.must(NODE, { resource: 'priceList', operation: 'create', ...named(nth) });
	return { priceListId: byId(Number(id)) };
};

const NO_LIST = {
	wrong: { priceListId: byId(NOBODY) },
	refusal: /^BigCommerce knows no price list \d+ in this store$/,
};

const NO_NAME = { wrong: { name: '' }, refusal: /^Name is empty$/ };

const same = ({ priceListId }: INodeParameters) => ({ id: idIn(priceListId) });

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ ...named(nth), additionalFields: { active: false } }),
		...NO_NAME,
		gives: ({ name }) => ({ name, active: false }),
	},
	delete: { prepare: withPriceList, ...NO_LIST, gives: (entered) => ({ ...same(entered), deleted: true }) },
	get: {
		prepare: async (world, nth) => {
			await withPriceList(world, nth);
			return { priceListId: { __rl: true, mode: 'name', value: named(nth).name } };
		},
		wrong: { priceListId: { __rl: true, mode: 'name', value: 'Nowhere' } },
		refusal: /^The store has no price list with this name$/,
		gives: ({ priceListId }) => ({ name: valueIn(priceListId), active: true }),
	},
	getAll: {
		prepare: async (world, nth) => ({
			...ALL,
			filters: { ids: String(idIn((await withPriceList(world, nth)).priceListId)), nameContains: 'sale' },
		}),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ active: true }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withPriceList(world, nth)),
			updateFields: { active: false },
		}),
		...NO_LIST,
		gives: (entered) => ({ ...same(entered), active: false }),
	},
	upsert: {
		prepare: async (world, nth) => {
			await withPriceList(world, nth);
			return { ...named(nth), additionalFields: { active: false } };
		},
		...NO_NAME,
		gives: ({ name }) => ({ name, created: false, active: false }),
	},
};
