import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, mapped, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE } from './support';

const described = (nth: number) =>
	mapped({
		name: `Lamps ${nth}`,
		parent_id: 23,
		tree_id: 1,
		meta_keywords: '["lamps"]',
		url: `{"path": "/lamps-${nth}/", "is_customized": true}`,
	});

const SHOWN = { parent_id: 23, tree_id: 1, meta_keywords: ['lamps'] };

const withCategory = async (world: World, nth: number): Promise<INodeParameters> => {
	const made = await world.must(NODE, { resource: 'category', operation: 'create', ...described(nth) });
	return { categoryId: byId(Number(made.category_id)) };
};

const NO_CATEGORY = {
	wrong: { categoryId: byId(NOBODY) },
	refusal: /^BigCommerce knows no category \d+ in this store$/,
};

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) => await Promise.resolve(described(nth)),
		wrong: mapped({ name: 'Lamps', tree_id: 1 }),
		refusal: /^Parent ID is empty$/,
		gives: () => SHOWN,
	},
	delete: {
		prepare: withCategory,
		...NO_CATEGORY,
		gives: ({ categoryId }) => ({ id: idIn(categoryId), deleted: true }),
	},
	get: {
		prepare: async (world, nth) => ({ ...(await withCategory(world, nth)), simplify: false }),
		...NO_CATEGORY,
		gives: ({ categoryId }) => ({ category_id: idIn(categoryId), ...SHOWN }),
	},
	getAll: {
		prepare: async (world, nth) => {
			await withCategory(world, nth);
			return { ...ALL, filters: { nameContains: 'Lamps', parentIds: '23' } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ parent_id: 23, tree_id: 1 }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withCategory(world, nth)),
			...mapped({ is_visible: false, page_title: 'Light' }),
		}),
		...NO_CATEGORY,
		refusal: /category \d+/,
		gives: ({ categoryId }) => ({ category_id: idIn(categoryId), is_visible: false, page_title: 'Light' }),
	},
	upsert: {
		prepare: async (world, nth) => {
			await withCategory(world, nth);
			return mapped({ name: `Lamps ${nth}`, parent_id: 23, tree_id: 1, page_title: 'Light' });
		},
		wrong: mapped({ name: 'Lamps', tree_id: 1 }),
		refusal: /^Parent ID is empty$/,
		gives: () => ({ created: false, ...SHOWN, page_title: 'Light' }),
	},
};
