import type { Operation } from '../../../shared/operation';
import { product } from '../../records/product';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a product; only the values that you add are sent',
		action: 'Update a product',
	},
	...changes(product),
};
