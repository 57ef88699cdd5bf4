import type { Operation } from '../../../shared/operation';
import { productImage } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one image of a product',
		action: 'Delete a product image',
	},
	...removes(productImage),
};
