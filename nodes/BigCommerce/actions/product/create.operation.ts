import type { Operation } from '../../../shared/operation';
import { product } from '../../records/product';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a product; one with the same name or SKU is refused',
		action: 'Create a product',
	},
	...creates(product),
};
