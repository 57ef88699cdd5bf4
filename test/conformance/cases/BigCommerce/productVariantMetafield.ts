import { byId } from '../../support/operationCase';
import { metafieldCases } from './metafield';

/** Variants of the catalog's seed. @param nth which of them */
const variantOf = (nth: number) => 76 + nth;

export const cases = metafieldCases({
	resource: 'productVariantMetafield',
	one: 'variant',
	locator: 'variantId',
	owner: async (_world, nth) => await Promise.resolve({ variantId: byId(variantOf(nth)) }),
});
