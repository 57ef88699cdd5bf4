import { byId } from '../../support/operationCase';
import { metafieldCases } from './metafield';

export const cases = metafieldCases({
	resource: 'locationMetafield',
	one: 'location',
	locator: 'locationId',
	owner: async (_world, nth) => await Promise.resolve({ locationId: byId(nth) }),
});
