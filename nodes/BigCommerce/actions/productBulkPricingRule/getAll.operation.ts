import type { Operation } from '../../../shared/operation';
import { productBulkPricingRule } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the bulk pricing rules of a product',
		action: 'Get many product bulk pricing rules',
	},
	...getsMany(productBulkPricingRule),
};
