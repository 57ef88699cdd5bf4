import type { Operation } from '../../../shared/operation';
import { productImage } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add an image to a product',
		action: 'Create a product image',
	},
	...creates(productImage),
};
