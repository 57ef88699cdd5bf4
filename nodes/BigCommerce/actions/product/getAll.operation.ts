import type { Operation } from '../../../shared/operation';
import { product } from '../../records/product';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of products',
		action: 'Get many products',
	},
	...getsMany(product),
};
