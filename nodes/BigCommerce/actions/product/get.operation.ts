import type { Operation } from '../../../shared/operation';
import { product } from '../../records/product';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one product',
		action: 'Get a product',
	},
	...getsOne(product),
};
