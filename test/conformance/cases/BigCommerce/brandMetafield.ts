import { byId } from '../../support/operationCase';
import { metafieldCases } from './metafield';

export const cases = metafieldCases({
	resource: 'brandMetafield',
	one: 'brand',
	locator: 'brandId',
	owner: async (_world, nth) => await Promise.resolve({ brandId: byId(nth) }),
});
