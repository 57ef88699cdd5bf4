import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { withPriceList } from './priceList';
import { idIn, NODE } from './support';

const place = async (world: World, nth: number): Promise<INodeParameters> => ({
	...(await withPriceList(world, nth)),
	customerGroupId: byId(nth),
	channelId: byId(1),
});

const withAssignment = async (world: World, nth: number): Promise<INodeParameters> => {
	const at = await place(world, nth);
	const made = { resource: 'priceListAssignment', operation: 'upsert', ...at };
	const { id } = await world.must(NODE, made);
	return { ...at, assignmentId: byId(Number(id)) };
};

export const cases: Cases = {
	delete: {
		prepare: withAssignment,
		wrong: { assignmentId: byId(NOBODY) },
		refusal: /^BigCommerce knows no price list assignment \d+ in this store$/,
		gives: ({ assignmentId }) => ({ id: idIn(assignmentId), deleted: true }),
	},
	getAll: {
		prepare: async (world, nth) => ({
			...ALL,
			filters: { anyOfPriceLists: String(idIn((await withAssignment(world, nth)).priceListId)) },
		}),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ channel_id: 1 }),
	},
	upsert: {
		prepare: place,
		wrong: { priceListId: byId(NOBODY) },
		refusal: /^BigCommerce knows no assignment of price list \d+ in this store$/,
		gives: ({ priceListId }) => ({ price_list_id: idIn(priceListId), channel_id: 1 }),
	},
};
