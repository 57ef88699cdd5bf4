import type { Operation } from '../../../shared/operation';
import { product } from '../../records/product';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one product for good',
		action: 'Delete a product',
	},
	...removes(product),
};
