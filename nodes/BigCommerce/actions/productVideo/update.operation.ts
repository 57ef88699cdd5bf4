import type { Operation } from '../../../shared/operation';
import { productVideo } from '../../records/productParts';
import type { StoreClient } from '../../transport/StoreClient';
import { changes } from '../crud/changes';

export const update: Operation<StoreClient> = {
	option: {
		name: 'Update',
		value: 'update',
		description: 'Change a video of a product',
		action: 'Update a product video',
	},
	...changes(productVideo),
};
