import type { Operation } from '../../../shared/operation';
import { productVideo } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one video of a product',
		action: 'Get a product video',
	},
	...getsOne(productVideo),
};
