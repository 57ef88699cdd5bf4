import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { idIn, NODE } from './support';

const described = (nth: number) => ({
	name: `Square ${nth}`,
	type: 'marketplace',
	platform: 'custom',
	additionalFields: { status: 'connected', externalId: `square-${nth}` },
});

const SHOWN = { type: 'marketplace', platform: 'custom', status: 'connected' };

const withChannel = async (world: World, nth: number): Promise<INodeParameters> => {
	const { id } = await world.must(NODE, { resource: 'channel', operation: 'create', ...described(nth) });
	return { channelId: byId(Number(id)) };
};

const NO_CHANNEL = {
	wrong: { channelId: byId(NOBODY) },
	refusal: /^BigCommerce knows no channel \d+ in this store$/,
};

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) => await Promise.resolve(described(nth)),
		wrong: { name: '' },
		refusal: /^Name is empty$/,
		gives: ({ name }) => ({ name, ...SHOWN }),
	},
	get: {
		prepare: withChannel,
		...NO_CHANNEL,
		gives: ({ channelId }) => ({ id: idIn(channelId), ...SHOWN }),
	},
	getAll: {
		prepare: async (world, nth) => {
			await withChannel(world, nth);
			return { ...ALL, filters: { type: ['marketplace', 'pos'], status: 'connected' } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ type: 'marketplace', status: 'connected' }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withChannel(world, nth)),
			updateFields: { status: 'disconnected' },
		}),
		...NO_CHANNEL,
		gives: ({ channelId }) => ({ id: idIn(channelId), status: 'disconnected' }),
	},
};
