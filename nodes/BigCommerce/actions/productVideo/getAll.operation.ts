import type { Operation } from '../../../shared/operation';
import { productVideo } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of the videos of a product',
		action: 'Get many product videos',
	},
	...getsMany(productVideo),
};
