import type { Operation } from '../../../shared/operation';
import { productVariant } from '../../records/productVariant';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a variant, by its SKU if you like',
		action: 'Get a product variant',
	},
	...getsOne(productVariant),
};
