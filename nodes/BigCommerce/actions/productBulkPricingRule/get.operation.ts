import type { Operation } from '../../../shared/operation';
import { productBulkPricingRule } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one bulk pricing rule of a product',
		action: 'Get a product bulk pricing rule',
	},
	...getsOne(productBulkPricingRule),
};
