import type { Operation } from '../../../shared/operation';
import { productBulkPricingRule } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one bulk pricing rule of a product',
		action: 'Delete a product bulk pricing rule',
	},
	...removes(productBulkPricingRule),
};
