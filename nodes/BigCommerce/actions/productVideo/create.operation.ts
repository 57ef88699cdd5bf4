import type { Operation } from '../../../shared/operation';
import { productVideo } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { creates } from '../crud/creates';

export const create: Operation<StoreClient> = {
	option: {
		name: 'Create',
		value: 'create',
		description: 'Add a YouTube video to a product',
		action: 'Create a product video',
	},
	...creates(productVideo),
};
