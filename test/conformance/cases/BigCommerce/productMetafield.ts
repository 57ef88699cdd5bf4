import { metafieldCases } from './metafield';
import { withProduct } from './product';

export const cases = metafieldCases({
	resource: 'productMetafield',
	one: 'product',
	locator: 'productId',
	owner: withProduct,
});
