import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { byId, NOBODY, type Cases } from '../../support/operationCase';
import { NODE } from './support';

const POLICY = 'https://example.com/privacy';

const ofChannel = async (world: World, nth: number): Promise<INodeParameters> => {
	const { id } = await world.must(NODE, {
		resource: 'channel',
		operation: 'create',
		name: `Shop ${nth}`,
		type: 'storefront',
		platform: 'custom',
	});
	return { settingsOf: 'channel', channelId: byId(Number(id)) };
};

const NO_CHANNEL = {
	wrong: { channelId: byId(NOBODY) },
	refusal: /^BigCommerce knows no customer settings of channel \d+ in this store$/,
};

export const cases: Cases = {
	get: {
		prepare: ofChannel,
		others: { 'of the store': async () => await Promise.resolve({ settingsOf: 'store' }) },
		...NO_CHANNEL,
		gives: () => ({ privacy_settings: expect.any(Object) }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await ofChannel(world, nth)),
			updateFields: { policyUrl: POLICY, allowGlobalLogins: true },
		}),
		others: {
			'of the store': async () =>
				await Promise.resolve({ settingsOf: 'store', updateFields: { policyUrl: POLICY } }),
		},
		...NO_CHANNEL,
		gives: ({ settingsOf }) => ({
			...(settingsOf === 'channel' && { allow_global_logins: true }),
			privacy_settings: { policy_url: POLICY },
		}),
	},
};
