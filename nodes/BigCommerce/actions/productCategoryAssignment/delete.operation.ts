import type { Operation } from '../../../shared/operation';
import { productCategoryAssignment } from '../../records/productAssignment';
import type { StoreClient } from '../../transport/StoreClient';
import { unassigns } from '../crud/assigns';

export const remove: Operation<StoreClient> = {
	option: {
		name: 'Delete',
		value: 'delete',
		description: 'Take a product out of one category',
		action: 'Delete a product category assignment',
	},
	...unassigns(productCategoryAssignment),
};
