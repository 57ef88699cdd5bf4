import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, mapped, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE } from './support';

const CHANNEL = 2;

const described = (nth: number): INodeParameters => ({ channelId: byId(CHANNEL), name: `Trade ${nth}` });

const withTree = async (world: World, nth: number): Promise<INodeParameters> => {
	const made = { resource: 'categoryTree', operation: 'create', ...described(nth) };
	return { categoryTreeId: byId(Number((await world.must(NODE, made)).id)) };
};

const NO_TREE = {
	wrong: { categoryTreeId: byId(NOBODY) },
	refusal: /^BigCommerce knows no .*category tree \d+ in this store$/,
};

const OF_CHANNEL = { channels: [CHANNEL], channel_id: CHANNEL };

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) => await Promise.resolve(described(nth)),
		wrong: { channelId: byId(NOBODY) },
		refusal: /^BigCommerce found the values for the new category tree missing or not valid$/,
		gives: ({ name }) => ({ name, ...OF_CHANNEL }),
	},
	delete: {
		prepare: withTree,
		...NO_TREE,
		gives: ({ categoryTreeId }) => ({ id: idIn(categoryTreeId), deleted: true }),
	},
	get: {
		prepare: withTree,
		...NO_TREE,
		gives: ({ categoryTreeId }) => ({ id: idIn(categoryTreeId), ...OF_CHANNEL }),
	},
	getAll: {
		prepare: async (world, nth) => {
			await withTree(world, nth);
			return { ...ALL, filters: { channelIds: String(CHANNEL) } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => OF_CHANNEL,
	},
	getCategories: {
		prepare: async (world, nth) => {
			const { categoryTreeId } = await withTree(world, nth);
			const inTree = { name: `Lamps ${nth}`, parent_id: 0, tree_id: idIn(categoryTreeId) };
			await world.must(NODE, { resource: 'category', operation: 'create', ...mapped(inTree) });
			return { categoryTreeId, ...ALL, filters: { depth: 2 } };
		},
		...NO_TREE,
		gives: () => ({ parent_id: 0, name: expect.stringMatching(/^Lamps /), children: [] }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withTree(world, nth)),
			updateFields: { name: `Resale ${nth}` },
		}),
		...NO_TREE,
		refusal: /^BigCommerce found the values for category tree \d+ missing or not valid$/,
		gives: ({ categoryTreeId }) => ({ id: idIn(categoryTreeId), ...OF_CHANNEL }),
	},
	upsert: {
		prepare: async (_world, nth) => await Promise.resolve(described(nth)),
		wrong: { channelId: byId(NOBODY) },
		refusal: /^BigCommerce found the values for the new category tree missing or not valid$/,
		gives: ({ name }) => ({ created: true, name, ...OF_CHANNEL }),
	},
};
