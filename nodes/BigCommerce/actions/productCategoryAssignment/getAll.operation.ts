import type { Operation } from '../../../shared/operation';
import { productCategoryAssignment } from '../../records/productAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve which products are in which categories',
		action: 'Get many product category assignments',
	},
	...getsMany(productCategoryAssignment),
};
