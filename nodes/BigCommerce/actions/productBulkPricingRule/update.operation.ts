import type { Operation } from '../../../shared/operation';
import { productBulkPricingRule } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { replaces } from '../crud/replaces';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Put new values in place of those of a bulk pricing rule',
		action: 'Update a product bulk pricing rule',
	},
	...replaces(productBulkPricingRule),
};
