import type { Operation } from '../../../shared/operation';
import { productImage } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change an image of a product',
		action: 'Update a product image',
	},
	...changes(productImage),
};
