import { byId } from '../../support/operationCase';
import { metafieldCases } from './metafield';

export const cases = metafieldCases({
	resource: 'categoryMetafield',
	one: 'category',
	locator: 'categoryId',
	owner: async (_world, nth) => await Promise.resolve({ categoryId: byId(nth) }),
});
