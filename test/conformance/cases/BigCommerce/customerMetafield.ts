import { withCustomer } from './customer';
import { metafieldCases } from './metafield';

export const cases = metafieldCases({
	resource: 'customerMetafield',
	one: 'customer',
	locator: 'customerId',
	owner: withCustomer,
});
