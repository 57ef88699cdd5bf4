import { byId } from '../../support/operationCase';
import { metafieldCases } from './metafield';

export const cases = metafieldCases({
	resource: 'channelMetafield',
	one: 'channel',
	locator: 'channelId',
	owner: async (_world, nth) => await Promise.resolve({ channelId: byId(nth) }),
});
