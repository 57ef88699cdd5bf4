import type { Operation } from '../../../shared/operation';
import { productVideo } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { removes } from '../crud/removes';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Remove one video of a product',
		action: 'Delete a product video',
	},
	...removes(productVideo),
};
