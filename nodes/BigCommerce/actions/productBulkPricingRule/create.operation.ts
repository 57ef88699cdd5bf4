import type { Operation } from '../../../shared/operation';
import { productBulkPricingRule } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a price for a range of quantities',
		action: 'Create a product bulk pricing rule',
	},
	...creates(productBulkPricingRule),
};
